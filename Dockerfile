# One image per service: docker build --target gateway|core|projections|audit .
ARG JAVA_VERSION=25

FROM maven:3.9-eclipse-temurin-${JAVA_VERSION} AS build
WORKDIR /rollbook
COPY . .
# Jars in a fixed order beside each service, not one fat jar: they start faster and share layers.
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --no-transfer-progress -Dmaven.test.skip=true \
        --projects provisioning-core,projections,audit-service,api-gateway --also-make \
        package dependency:copy-dependencies \
        -DincludeScope=runtime -DoutputDirectory='${project.build.directory}/lib' -Dmdep.useBaseVersion=true \
 && for service in provisioning-core projections audit-service api-gateway; do \
        mkdir -p "/out/$service" \
        && cp "$service"/target/lib/*.jar "$service"/target/"$service"-*.jar "/out/$service/" || exit 1; \
    done

FROM eclipse-temurin:${JAVA_VERSION}-jre AS service
RUN groupadd --system --gid 10001 rollbook \
 && useradd --system --uid 10001 --gid rollbook --home-dir /rollbook --shell /usr/sbin/nologin rollbook
WORKDIR /rollbook
COPY deploy/healthy /usr/local/bin/healthy
# Three quarters of the container's memory for the heap; a process that is out of it ends and is
# started anew. A file in /run/secrets named like a property is that property.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" \
    SPRING_CONFIG_IMPORT=optional:configtree:/run/secrets/ \
    SERVER_PORT=8080
EXPOSE 8080
USER 10001:10001
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 CMD ["healthy"]

FROM service AS core
COPY --from=build /out/provisioning-core lib
ENTRYPOINT ["java", "-cp", "lib/*", "io.rollbook.provisioning.ProvisioningCoreApplication"]

FROM service AS projections
COPY --from=build /out/projections lib
ENTRYPOINT ["java", "-cp", "lib/*", "io.rollbook.projections.ProjectionsApplication"]

FROM service AS audit
USER root
# A new volume takes the owner of the folder that it covers.
RUN mkdir /checkpoints && chown rollbook:rollbook /checkpoints
USER 10001:10001
COPY --from=build /out/audit-service lib
ENTRYPOINT ["java", "-cp", "lib/*", "io.rollbook.audit.AuditApplication"]

FROM service AS gateway
COPY --from=build /out/api-gateway lib
ENTRYPOINT ["java", "-cp", "lib/*", "io.rollbook.gateway.GatewayApplication"]
