package org.xinju.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class UnreadableRequestsTest {

    @ParameterizedTest
    @CsvSource({"400,http-400,cannot be read", "414,http-414,cannot be read", "500,unexpected,try again later", "503,unexpected,try again later"})
    void only_what_the_client_did_wrong_is_called_unreadable(int status, String code, String words) {
        var problem = JsonMapper.shared().readTree(UnreadableRequests.Answer.problem(status));
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("type").asString()).endsWith("/" + code);
        assertThat(problem.path("detail").asString()).contains(words);
    }
}
