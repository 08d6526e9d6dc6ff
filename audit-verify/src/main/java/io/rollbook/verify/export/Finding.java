package io.rollbook.verify.export;

/**
 * Something that is not as it was signed.
 *
 * @param place which file or stream
 * @param entry the number of the first entry that is concerned; 0 when it is not about an entry
 */
public record Finding(String place, long entry, String sentence) {

    static Finding of(String place, String sentence) {
        return new Finding(place, 0, sentence);
    }

    /** In one line. */
    public String text() {
        return entry == 0 ? place + ": " + sentence : place + ", entry " + entry + ": " + sentence;
    }
}
