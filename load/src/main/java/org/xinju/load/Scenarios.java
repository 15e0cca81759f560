package org.xinju.load;

import java.nio.file.Path;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CoreDsl;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.http.HttpDsl;

/** What people do, call by call. */
final class Scenarios {

    private static final String CASES = "/api/grid/cases";

    private final Samples samples;
    private final Path folder;

    /** @param folder with the files of the feeders */
    Scenarios(Samples samples, Path folder) {
        this.samples = samples;
        this.folder = folder;
    }

    /** A resident reports, the grid accepts and dispatches it to itself, handles it, and looks at what there is to do. */
    ScenarioBuilder lifeCycle() {
        return CoreDsl.scenario("life cycle").feed(CoreDsl.csv(folder.resolve("reporters.csv").toString()).circular())
                .feed(CoreDsl.csv(folder.resolve("grids.csv").toString()).circular())
                .exec(samples.arrival())
                .exec(samples.call("file", HttpDsl.http("file").post(CASES).headers(Samples.as("reporter")).body(CoreDsl.StringBody(
                        "{\"category\":\"hazard.fire\",\"area\":\"#{grid}\",\"address\":\"高田王 5号 楼道\",\"description\":\"楼道里堆满纸箱。\",\"openness\":\"NAMED\"}")),
                        CoreDsl.jsonPath("$.summary.id").optional().saveAs("case")))
                .exec(step("accept", "acceptances", "worker", "{\"note\":\"情况属实。\"}"))
                .exec(step("dispatch", "dispatches", "room", "{\"unit\":\"#{grid}\",\"note\":\"请网格处置。\"}"))
                .exec(step("resolve", "handlings", "worker", "{\"note\":\"已清理。\"}"))
                .exec(samples.call("find", HttpDsl.http("find").get(CASES + "?area=#{grid}&limit=20").headers(Samples.as("worker"))))
                .exec(samples.whole("life cycle"));
    }

    /** A newcomer registers, the grid finds her by her number, opens her record and confirms it. */
    ScenarioBuilder registration() {
        var residents = "/api/registry/residents";
        return CoreDsl.scenario("registration").feed(CoreDsl.csv(folder.resolve("people.csv").toString()))
                .exec(samples.arrival())
                .exec(samples.call("register", HttpDsl.http("register").post(residents).headers(Samples.as("newcomer")).body(CoreDsl.StringBody(
                        "{\"name\":\"#{name}\",\"idNumber\":\"#{idNumber}\",\"phone\":\"#{phone}\",\"address\":\"高田王 8号 201室\"}")),
                        CoreDsl.jsonPath("$.id").optional().saveAs("resident")))
                .exec(samples.call("find by number", HttpDsl.http("find by number").post(residents + "/searches").headers(Samples.as("registrar"))
                        .body(CoreDsl.StringBody("{\"idNumber\":\"#{idNumber}\",\"purpose\":\"registration\"}"))))
                .exec(samples.call("open", HttpDsl.http("open").get(residents + "/#{resident}?purpose=registration").headers(Samples.as("registrar"))))
                .exec(samples.call("approve", HttpDsl.http("approve").post(residents + "/#{resident}/confirmations").headers(Samples.as("registrar"))
                        .body(CoreDsl.StringBody("{}"))))
                .exec(samples.whole("registration"));
    }

    private ChainBuilder step(String name, String path, String token, String body) {
        return samples.call(name, HttpDsl.http(name).post(CASES + "/#{case}/" + path).headers(Samples.as(token)).body(CoreDsl.StringBody(body)));
    }
}
