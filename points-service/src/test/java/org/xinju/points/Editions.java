package org.xinju.points;

import java.util.function.Consumer;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.xinju.points.policy.PolicyReader;
import org.xinju.points.policy.PolicyVersion;
import org.xinju.points.policy.PublishedPolicies;

/** Later editions of the default policy, made up for tests. */
public final class Editions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Editions() {}

    /** The default document under another number and with another first day. */
    public static ObjectNode document(int number, String from) {
        var document = (ObjectNode) JSON.readTree(PublishedPolicies.documents().getFirst());
        ((ObjectNode) document.path("reference")).put("version", number);
        return document.put("effectiveFrom", from);
    }

    public static PolicyVersion version(int number, String from, Consumer<ObjectNode> change) {
        var document = document(number, from);
        change.accept(document);
        return new PolicyReader().read(document.toString()).orThrow();
    }

    /** An indicator of the document, to be changed. */
    public static ObjectNode indicator(ObjectNode document, String code) {
        return (ObjectNode) document.path("indicators").valueStream().filter(one -> one.path("code").asString().equals(code)).findFirst()
                .orElseThrow();
    }
}
