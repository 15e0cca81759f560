package org.xinju.points.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.xinju.points.explain.PolicyWords.Described;
import org.xinju.points.explain.PolicyWords.Section;
import org.xinju.points.policy.PolicyVersion;

/**
 * Something that one version of a policy says and another one does not.
 *
 * @param section kind of part: {@code INDICATOR}
 * @param code of the part; empty for the whole
 * @param text the difference in plain words
 */
public record PolicyDifference(String section, String code, String text) {

    /**
     * Everything in which the newer version differs, in its order, what is gone behind it. Empty when both say the same.
     *
     * @param reader language of the reader: English, or Chinese for every other
     */
    public static List<PolicyDifference> between(PolicyVersion older, PolicyVersion newer, Locale reader) {
        var words = Words.in(reader);
        var before = PolicyWords.of(older, words);
        var after = PolicyWords.of(newer, words);
        var differences = new ArrayList<PolicyDifference>();
        after.forEach((key, now) -> {
            var then = before.get(key);
            if (then == null) {
                differences.add(of(now, words.say("difference.added", section(now, words), now.name(), words.list(said(now, words)))));
            } else {
                differences.addAll(changes(then, now, words));
            }
        });
        before.forEach((key, then) -> {
            if (!after.containsKey(key)) {
                differences.add(of(then, words.say("difference.removed", section(then, words), then.name())));
            }
        });
        return differences;
    }

    private static List<PolicyDifference> changes(Described then, Described now, Words words) {
        if (then.part().equals(now.part())) {
            return List.of();
        }
        var changes = new ArrayList<PolicyDifference>();
        now.aspects().forEach((aspect, text) -> {
            var earlier = then.aspects().getOrDefault(aspect, "");
            if (!text.equals(earlier)) {
                changes.add(of(now, words.say("difference.changed", now.name(), words.say("aspect." + aspect), withoutFullStop(earlier),
                        withoutFullStop(text))));
            }
        });
        // A code, or the other language: nothing that is different goes without a word.
        return changes.isEmpty() ? List.of(of(now, words.say("difference.detail", section(now, words), now.name()))) : changes;
    }

    private static List<String> said(Described part, Words words) {
        return part.aspects().entrySet().stream().filter(one -> !one.getKey().equals("name") && !one.getValue().equals(words.say("none")))
                .map(one -> words.say("difference.aspect", words.say("aspect." + one.getKey()), withoutFullStop(one.getValue()))).toList();
    }

    /** In the middle of a sentence. */
    private static String withoutFullStop(String text) {
        return text.endsWith("。") || text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static String section(Described part, Words words) {
        return words.say("section." + part.section());
    }

    private static PolicyDifference of(Described part, String text) {
        return new PolicyDifference(part.section().name(), part.section() == Section.WHOLE ? "" : part.code(), text);
    }
}
