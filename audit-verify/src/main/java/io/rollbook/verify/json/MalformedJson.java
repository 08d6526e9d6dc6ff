package io.rollbook.verify.json;

/** A text is not the JSON that was expected; the message quotes nothing of it. */
public final class MalformedJson extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedJson(String sentence) {
        super(sentence);
    }
}
