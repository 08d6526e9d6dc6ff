package io.rollbook.standalone.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.models.InitiatorType;
import com.microsoft.graph.models.ProvisioningAction;
import com.microsoft.graph.models.ProvisioningObjectSummary;
import com.microsoft.graph.models.ProvisioningObjectSummaryCollectionResponse;
import com.microsoft.graph.models.ProvisioningResult;
import com.microsoft.graph.models.ProvisioningStatusErrorCategory;
import com.microsoft.graph.models.ProvisioningStep;
import com.microsoft.graph.models.ProvisioningStepType;
import com.microsoft.graph.models.SynchronizationJob;
import com.microsoft.graph.models.SynchronizationScheduleState;
import com.microsoft.graph.models.SynchronizationStatusCode;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.serialization.AdditionalDataHolder;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A tool written for Microsoft Graph, with Microsoft's own library, reads our log unchanged. */
class GraphSdkClientIT {

    private static final RunningRollbook ROLLBOOK = RunningRollbook.shared();
    private static GraphServiceClient graph;
    private static List<ProvisioningObjectSummary> entries;

    @BeforeAll
    static void writesAndReads() throws Exception {
        var tenant = ROLLBOOK.newTenant("entra");
        var token = tenant.token("audit.read");
        graph =
                new GraphServiceClient(
                        (request, context) ->
                                request.headers.add("Authorization", "Bearer " + token));
        graph.getRequestAdapter().setBaseUrl(ROLLBOOK.base() + "/v1.0");
        var mia = tenant.scim().createUser("mia@contoso.example");
        tenant.scim().post("/Users", ScimClient.user("mia@contoso.example")).expect(409);
        var last =
                tenant.scim()
                        .patch(
                                "/Users/" + mia.id(),
                                "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}")
                        .expect(200);
        tenant.awaitEntry(last);
        entries = new ArrayList<>();
        var first = page();
        new PageIterator.Builder<
                        ProvisioningObjectSummary, ProvisioningObjectSummaryCollectionResponse>()
                .client(graph)
                .collectionPage(first)
                .collectionPageFactory(
                        ProvisioningObjectSummaryCollectionResponse::createFromDiscriminatorValue)
                .processPageItemCallback(entries::add)
                .build()
                .iterate();
        assertThat(first.getOdataCount()).isEqualTo(entries.size());
    }

    private static ProvisioningObjectSummaryCollectionResponse page() {
        return Objects.requireNonNull(
                graph.auditLogs()
                        .provisioning()
                        .get(
                                request -> {
                                    request.queryParameters.filter =
                                            "targetIdentity/identityType eq 'User'";
                                    request.queryParameters.orderby =
                                            new String[] {"activityDateTime asc"};
                                    request.queryParameters.top = 2;
                                    request.queryParameters.count = true;
                                }));
    }

    @Test
    void followsThePagesAndUnderstandsEachEntry() {
        assertThat(entries)
                .extracting(ProvisioningObjectSummary::getProvisioningAction)
                .containsExactly(
                        ProvisioningAction.Create,
                        ProvisioningAction.Create,
                        ProvisioningAction.Disable);
        for (var entry : entries) {
            assertThat(entry.getActivityDateTime()).isNotNull();
            assertThat(entry.getDurationInMilliseconds()).isNotNegative();
            assertThat(entry.getTargetIdentity().getIdentityType()).isEqualTo("User");
            assertThat(entry.getInitiatedBy().getInitiatorType())
                    .isEqualTo(InitiatorType.Application);
            assertThat(entry.getServicePrincipal().getDisplayName()).isEqualTo("default");
            assertThat(entry.getProvisioningSteps())
                    .allSatisfy(
                            step -> {
                                assertThat(step.getProvisioningStepType()).isNotNull();
                                assertThat(step.getStatus()).isNotNull();
                            })
                    .extracting(ProvisioningStep::getProvisioningStepType)
                    .startsWith(ProvisioningStepType.Import)
                    .endsWith(ProvisioningStepType.Export);
            assertThat(unknown(entry)).isEmpty();
        }
    }

    @Test
    void understandsWhatFailedAndWhatChanged() {
        var status = entries.get(1).getProvisioningStatusInfo();
        assertThat(status.getStatus()).isEqualTo(ProvisioningResult.Failure);
        assertThat(status.getErrorInformation().getErrorCode()).isEqualTo("EntryConflict");
        assertThat(status.getErrorInformation().getErrorCategory())
                .isEqualTo(ProvisioningStatusErrorCategory.NonServiceFailure);
        assertThat(status.getErrorInformation().getRecommendedAction()).isNotBlank();
        assertThat(entries.getFirst().getProvisioningStatusInfo().getErrorInformation()).isNull();
        assertThat(entries.get(2).getModifiedProperties())
                .extracting(
                        change ->
                                change.getDisplayName()
                                        + " "
                                        + change.getOldValue()
                                        + " "
                                        + change.getNewValue())
                .containsExactly("active True False");
    }

    /** What the library's model has no place for, in every part of an entry. */
    private static List<Map<String, Object>> unknown(ProvisioningObjectSummary entry) {
        var parts =
                new ArrayList<AdditionalDataHolder>(
                        List.of(
                                entry,
                                entry.getInitiatedBy(),
                                entry.getSourceSystem(),
                                entry.getTargetSystem(),
                                entry.getSourceIdentity(),
                                entry.getTargetIdentity(),
                                entry.getProvisioningStatusInfo()));
        parts.addAll(entry.getProvisioningSteps());
        parts.addAll(entry.getModifiedProperties());
        return parts.stream()
                .map(AdditionalDataHolder::getAdditionalData)
                .filter(more -> !more.isEmpty())
                .toList();
    }

    @Test
    void findsOneEntryAndWhatItSelects() {
        var id = Objects.requireNonNull(entries.getFirst().getId());
        var one = graph.auditLogs().provisioning().byProvisioningObjectSummaryId(id).get();
        assertThat(one.getChangeId()).isEqualTo(id);

        var selected =
                graph.auditLogs()
                        .provisioning()
                        .get(request -> request.queryParameters.select = new String[] {"id"});
        assertThat(selected.getValue()).isNotEmpty().allMatch(entry -> entry.getJobId() == null);
    }

    @Test
    void understandsARefusal() {
        var refused =
                catchThrowableOfType(
                        ODataError.class,
                        () ->
                                graph.auditLogs()
                                        .provisioning()
                                        .get(
                                                request ->
                                                        request.queryParameters.filter =
                                                                "nothing eq 'x'"));

        assertThat(refused.getResponseStatusCode()).isEqualTo(400);
        assertThat(refused.getError().getCode()).isEqualTo("BadRequest");
        assertThat(refused.getError().getInnerError().getRequestId()).isNotBlank();
        assertThat(refused.getError().getInnerError().getDate()).isNotNull();
    }

    @Test
    void understandsHowTheConnectionDoes() {
        var connection = Objects.requireNonNull(entries.getFirst().getJobId());
        var jobs = graph.servicePrincipals().byServicePrincipalId(connection).synchronization();

        var listed = Objects.requireNonNull(jobs.jobs().get()).getValue().getFirst();
        var one = jobs.jobs().bySynchronizationJobId(connection).get();

        assertThat(List.of(listed, one))
                .extracting(SynchronizationJob::getId)
                .containsOnly(connection);
        assertThat(one.getSchedule().getState()).isEqualTo(SynchronizationScheduleState.Active);
        assertThat(one.getSchedule().getInterval()).hasToString("PT40M");
        assertThat(one.getStatus().getCode()).isEqualTo(SynchronizationStatusCode.NotRun);
        assertThat(one.getStatus().getSteadyStateFirstAchievedTime().getYear()).isEqualTo(1);
        assertThat(one.getStatus().getSynchronizedEntryCountByType())
                .extracting(type -> type.getKey() + " " + type.getValue())
                .containsExactly("User 1");
        assertThat(one.getStatus().getAdditionalData()).isEmpty();
    }
}
