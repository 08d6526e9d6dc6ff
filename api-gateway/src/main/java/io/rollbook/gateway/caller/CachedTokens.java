package io.rollbook.gateway.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.TokenDirectory;
import io.rollbook.scim.seam.TokenText;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The owner of a bearer token. What cannot be a token is never looked up; an answer of the
 * directory is kept for so short a time that a revocation takes effect everywhere within five
 * seconds. Thread-safe.
 */
public final class CachedTokens {

    private final TokenDirectory directory;
    private final Function<String, Optional<Caller>> others;
    private final Cache<String, Optional<Caller>> answers;

    /**
     * @param others who holds a token of another kind, such as one that is signed
     */
    public CachedTokens(
            TokenDirectory directory,
            Function<String, Optional<Caller>> others,
            Duration knownFor,
            Duration unknownFor,
            int entries,
            Ticker ticker) {
        this.directory = directory;
        this.others = others;
        this.answers =
                Caffeine.newBuilder()
                        .maximumSize(entries)
                        .ticker(ticker)
                        .executor(Runnable::run)
                        .expireAfter(
                                Expiry.<String, Optional<Caller>>creating(
                                        (hash, caller) ->
                                                caller.isPresent() ? knownFor : unknownFor))
                        .build();
    }

    /** Throws {@link io.rollbook.scim.seam.Unavailable} when the directory cannot be asked. */
    public Optional<Caller> ownerOf(String token) {
        if (!TokenText.isWellFormed(token)) {
            return others.apply(token);
        }
        String hash = TokenText.hash(token);
        Optional<Caller> kept = answers.getIfPresent(hash);
        if (kept != null) {
            return kept;
        }
        // Not Cache.get(hash, …): a slow directory would hold up other tokens of the same bin.
        Optional<Caller> answer = directory.callerOf(hash);
        answers.put(hash, answer);
        return answer;
    }
}
