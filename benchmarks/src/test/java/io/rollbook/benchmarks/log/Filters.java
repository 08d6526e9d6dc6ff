package io.rollbook.benchmarks.log;

import java.util.List;

/** Each property that can be filtered by with each kind of operator, and questions of officers. */
final class Filters {

    /** Below {@code /auditLogs/provisioning}; what is in braces is taken from an entry. */
    static final List<String> GRAPH =
            List.of(
                    "",
                    "activityDateTime ge {from} and activityDateTime lt {to}",
                    "activityDateTime gt {time}",
                    "activityDateTime le {time}",
                    "activityDateTime eq {time}",
                    "activityDateTime ne {time}",
                    "id eq '{id}'",
                    "id ne '{id}'",
                    "startswith(id,'{begin}')",
                    "changeId eq '{id}'",
                    "cycleId eq '{cycle}'",
                    "cycleId ne '{cycle}'",
                    "cycleId eq ''",
                    "startswith(cycleId,'{cycleBegin}')",
                    "contains(cycleId,'{cycleBegin}')",
                    "sourceIdentity/id eq '{source}'",
                    "sourceIdentity/id ne '{source}'",
                    "sourceIdentity/id eq ''",
                    "startswith(sourceIdentity/id,'{sourceBegin}')",
                    "targetIdentity/id eq '{target}'",
                    "targetIdentity/id ne '{target}'",
                    "targetIdentity/id eq ''",
                    "startswith(targetIdentity/id,'{targetBegin}')",
                    "initiatedBy/id eq 'entra'",
                    "initiatedBy/id eq 'connection-5'",
                    "initiatedBy/id eq 'ada'",
                    "initiatedBy/id ne 'entra'",
                    "contains(initiatedBy/id,'tion-5')",
                    "startswith(initiatedBy/id,'ad')",
                    "initiatedBy/displayName eq 'Entra 5'",
                    "initiatedBy/displayName ne 'Entra 0'",
                    "contains(initiatedBy/displayName,'ra 5')",
                    "jobId eq 'entra'",
                    "jobId eq 'connection-5'",
                    "jobId ne 'entra'",
                    "jobId eq ''",
                    "contains(servicePrincipal/id,'tion-5')",
                    "servicePrincipal/displayName eq 'Entra 5'",
                    "servicePrincipal/name ne 'Entra 0'",
                    "startswith(sourceSystem/displayName,'Entra 5')",
                    "sourceSystem/id eq 'nobody'",
                    "sourceIdentity/displayName eq '{name}'",
                    "targetIdentity/displayName ne '{name}'",
                    "contains(sourceIdentity/displayName,'{given}')",
                    "contains(sourceIdentity/displayName,'{family}')",
                    "contains(targetIdentity/displayName,'{part}')",
                    "contains(targetIdentity/displayName,'{name}')",
                    "contains(targetIdentity/displayName,'nobody has this')",
                    "contains(targetIdentity/displayName,'a')",
                    "startswith(targetIdentity/displayName,'{given}')",
                    "startswith(targetIdentity/displayName,'{name}')",
                    "tenantId eq 'large'",
                    "contains(targetSystem/displayName,'tenant')",
                    "targetSystem/id ne 'large'",
                    "provisioningAction eq 'create'",
                    "provisioningAction eq 'delete'",
                    "provisioningAction ne 'update'",
                    "contains(provisioningAction,'able')",
                    "provisioningStatusInfo/status eq 'success'",
                    "provisioningStatusInfo/status eq 'failure'",
                    "provisioningStatusInfo/status eq 'warning'",
                    "provisioningStatusInfo/status ne 'success'",
                    "not(provisioningStatusInfo/status eq 'success')",
                    "provisioningStatusInfo/errorInformation/errorCode eq 'EntryConflict'",
                    "provisioningStatusInfo/errorInformation/errorCode eq 'NotPermitted'",
                    "provisioningStatusInfo/errorInformation/errorCode eq 'Timeout'",
                    "provisioningStatusInfo/errorInformation/errorCode ne ''",
                    "startswith(provisioningStatusInfo/errorInformation/errorCode,'Entry')",
                    "sourceIdentity/identityType eq 'Group'",
                    "targetIdentity/identityType eq 'Connection'",
                    "targetIdentity/identityType eq 'Tenant'",
                    "targetIdentity/identityType ne 'User'",
                    "initiatedBy/initiatorType eq 'application'",
                    "initiatedBy/initiatorType eq 'user'",
                    "initiatedBy/initiatorType eq 'system'",
                    "initiatedBy/initiatorType ne 'application'",
                    // Questions of officers.
                    "provisioningAction eq 'disable' and activityDateTime ge {from}",
                    "targetIdentity/displayName eq '{name}' and targetIdentity/identityType eq"
                            + " 'User' and activityDateTime ge {from} and activityDateTime lt {to}",
                    "provisioningStatusInfo/status eq 'failure' and activityDateTime ge {from}",
                    "provisioningStatusInfo/status eq 'failure' and sourceIdentity/id eq"
                            + " '{source}'",
                    "provisioningStatusInfo/status eq 'failure' and jobId eq 'entra'",
                    "provisioningStatusInfo/status eq 'failure' and jobId eq 'connection-5'",
                    "provisioningStatusInfo/status eq 'failure' and provisioningAction eq 'create'"
                            + " and cycleId eq '{cycle}'",
                    "jobId eq 'entra' and activityDateTime gt {from}",
                    "sourceIdentity/id eq '{source}' or targetIdentity/id eq '{target}'",
                    "provisioningStatusInfo/status eq 'failure' or provisioningStatusInfo/status"
                            + " eq 'warning'",
                    "(provisioningAction eq 'delete' or provisioningAction eq 'disable') and"
                            + " activityDateTime ge {from} and activityDateTime lt {to}",
                    "contains(sourceIdentity/displayName,'{given}') and"
                            + " provisioningStatusInfo/status eq 'failure'",
                    "contains(sourceIdentity/displayName,'{family}') and provisioningAction eq"
                            + " 'disable'",
                    "contains(id,'{begin}') and activityDateTime ge {from} and activityDateTime lt"
                            + " {to}",
                    "contains(targetIdentity/id,'{target}') and activityDateTime ge {from} and"
                            + " activityDateTime lt {to}");

    /** Below {@code /audit/entries}. */
    static final List<String> SIMPLE =
            List.of(
                    "",
                    "status=failure",
                    "status=warning",
                    "action=delete",
                    "targetType=Connection",
                    "targetType=Group",
                    "targetId={target}",
                    "from={from}&to={to}",
                    "status=failure&to={to}",
                    "targetId={target}&status=success&action=update",
                    "status=failure&action=create&targetType=User&from={from}");

    private Filters() {}
}
