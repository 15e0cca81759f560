package org.xinju.acceptance.guard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who is nowhere else in the world, told to the system in every way; what of her must be found nowhere.
 *
 * @param idNumber also as typed wrongly
 * @param words of the address and of what she reports
 */
record Canary(String name, String idNumber, LocalDate born, String phone, String email, List<String> words) {

    private static final int FRAGMENT = 6;
    private static final int DIVISION = 6; // of the ID number: everybody's who comes from there

    /** No six of her digits are a time of the day: times stand everywhere. */
    static Canary make() {
        return new Canary("夔犇麟", "990206196708299980", LocalDate.of(1967, 8, 29), "19937519648", "kuibenlin.q7@canary.example", List.of("饕餮楼", "龘靐齉"));
    }

    /** What is looked for, by what it is. */
    Map<String, List<String>> traces() {
        var traces = new HashMap<String, List<String>>();
        traces.put("name", written(name));
        traces.put("ID number", written(idNumber));
        traces.put("phone", written(phone));
        traces.put("birth date", List.of(born.toString(), born.toString().replace("-", "")));
        var more = new ArrayList<>(written(email));
        words.forEach(word -> more.addAll(written(word)));
        traces.put("e-mail, address or words", more);
        return traces;
    }

    /** Six digits in a row of ID number or phone. */
    List<String> fragments() {
        var fragments = new ArrayList<String>();
        for (var number : List.of(idNumber.substring(DIVISION), phone)) {
            for (var from = 0; from + FRAGMENT <= number.length(); from++) {
                fragments.add(number.substring(from, from + FRAGMENT));
            }
        }
        return fragments;
    }

    /** Plain, URL-encoded, as JSON escapes, and in Base64 wherever it begins in what was encoded. */
    private static List<String> written(String text) {
        var forms = new ArrayList<String>();
        forms.add(text);
        forms.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
        var escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append("\\u%04x".formatted(c)));
        forms.add(escaped.toString());
        forms.add(escaped.toString().toUpperCase(java.util.Locale.ROOT).replace("\\U", "\\u"));
        for (var before = 0; before < 3; before++) {
            var bytes = ("xxx".substring(0, before) + text).getBytes(StandardCharsets.UTF_8);
            var whole = bytes.length / 3 * 3; // groups that what follows does not change
            var encoded = Base64.getEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(bytes, whole)).substring(before == 0 ? 0 : 4);
            forms.add(encoded);
            forms.add(encoded.replace('+', '-').replace('/', '_'));
        }
        return forms.stream().distinct().toList();
    }
}
