package io.rollbook.standalone.crossing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/**
 * All that a client can see of an answer, without what differs between any two answers.
 *
 * @param requestId by which the log knows the request
 * @param words what the request named and what it made
 */
record Seen(
        int status,
        TreeMap<String, String> headers,
        String body,
        String requestId,
        List<String> words) {

    private static final Set<String> OWN_OF_EACH = Set.of("date", "x-request-id");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern NAME = Pattern.compile(Furniture.MINE + "-\\d{8}");
    private static final Pattern CREATED =
            Pattern.compile("\"(?:id|location)\":\"(?:[^\"]*/)?([0-9a-f-]{36})\"");

    /** Ids that were made for this answer; what the request named is no id any more here. */
    private static final Pattern MADE =
            Pattern.compile("\"(?:tokenId|connectionId|clientId)\":\"(?!WORD)([^\"]+)\"");

    private static final Pattern SECRET = Pattern.compile("\"(token|lastFour)\":\"[^\"]*\"");

    /**
     * @param words what the request named: its id first
     */
    static Seen of(HttpResponse<byte[]> response, List<String> words) {
        var headers = new TreeMap<String, String>();
        response.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            var key = name.toLowerCase(Locale.ROOT);
                            if (!OWN_OF_EACH.contains(key) && !key.startsWith("ratelimit")) {
                                headers.put(key, neutral(String.join(", ", values), words));
                            }
                        });
        var requestId = response.headers().firstValue("X-Request-Id").orElse("-");
        var text = text(response);
        if (isArchive(response) || TIME.matcher(text).find()) {
            // Times are shorter or longer: packed, or with zeros at their end.
            headers.remove("content-length");
        }
        var body = neutral(text, words).replace(requestId, "REQUEST");
        var all = new ArrayList<>(words);
        var created = CREATED.matcher(body);
        if (!isRead(response) && created.find()) {
            all.add(created.group(1));
            body = neutral(body, all);
            headers.replaceAll((name, value) -> neutral(value, all));
        }
        if (!isRead(response)) {
            MADE.matcher(body).results().forEach(made -> all.add(made.group(1)));
            body = neutral(body, all);
        }
        return new Seen(response.statusCode(), headers, body, requestId, List.copyOf(all));
    }

    private static boolean isArchive(HttpResponse<byte[]> response) {
        return response.headers().firstValue("Content-Type").orElse("").contains("zip");
    }

    private static boolean isRead(HttpResponse<byte[]> response) {
        return response.request().method().equals("GET");
    }

    /** The same, as far as the log's own ids and times may differ. */
    static String neutral(String text, List<String> words) {
        var neutral = text;
        for (int i = 0; i < words.size(); i++) {
            neutral = neutral.replace(words.get(i), "WORD" + i);
        }
        neutral = NAME.matcher(neutral).replaceAll("NAME");
        neutral = SECRET.matcher(neutral).replaceAll("\"$1\":\"SECRET\"");
        return TIME.matcher(neutral).replaceAll("TIME");
    }

    boolean looksLike(Seen other) {
        return status == other.status && headers.equals(other.headers) && body.equals(other.body);
    }

    String shown() {
        return status + "\n" + headers + "\n" + body;
    }

    private static String text(HttpResponse<byte[]> response) {
        if (!isArchive(response)) {
            return new String(response.body(), StandardCharsets.UTF_8);
        }
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
            for (var file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                text.append(file.getName())
                        .append('\n')
                        .append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
