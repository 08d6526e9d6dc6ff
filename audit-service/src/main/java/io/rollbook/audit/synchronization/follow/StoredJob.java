package io.rollbook.audit.synchronization.follow;

import io.rollbook.audit.synchronization.job.Job;

import tools.jackson.databind.json.JsonMapper;

/** A job as its row holds it. */
public final class StoredJob {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StoredJob() {}

    static String text(Job job) {
        return JSON.writeValueAsString(job);
    }

    public static Job read(String text) {
        return JSON.readValue(text, Job.class);
    }
}
