package org.xinju.testing;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The check of API pages finds what is missing and what does not fit. */
class ApiExamplesTest {

    private static final String GOOD = """
            paths:
              /cases/{id}:
                post:
                  operationId: case.report
                  summary: Report
                  description: By anybody.
                  parameters: [{name: id, in: path, description: Its id., schema: {type: string}, example: a}]
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Case'}, example: {area: G001, photos: 2}}}}
                  responses: {'201': {content: {application/json: {schema: {$ref: '#/components/schemas/Case'}, example: {area: G001}}}}}
            components:
              schemas:
                Case: {type: object, required: [area], properties: {area: {type: string}, photos: {type: integer}}}
            """;

    private static JsonNode page(String text) {
        return YAMLMapper.builder().build().readTree(text);
    }

    private static void isFound(String good, String bad, String said) {
        assertThat(GOOD).contains(good);
        assertThat(ApiExamples.faults(page(GOOD.replace(good, bad)))).singleElement().asString().startsWith("post /cases/{id}").contains(said);
    }

    @Test
    void a_complete_page_is_without_fault() {
        assertThat(ApiExamples.faults(page(GOOD))).isEmpty();
        assertThat(ApiExamples.faults(page("{\"status\": 500}"))).singleElement().asString().contains("500");
        assertThat(ApiExamples.request(page(GOOD), "case.report").path("area").asString()).isEqualTo("G001");
    }

    @Test
    void what_is_missing_is_found() {
        isFound("description: By anybody.", "deprecated: false", "no summary or no description");
        isFound("operationId: case.report", "operationId: report_1", "operationId");
        isFound("description: Its id., ", "", "is not described");
        isFound(", example: a}", "}", "parameter id has no example");
        isFound(", example: {area: G001, photos: 2}", "", "request has no example");
        isFound(", example: {area: G001}}}}}", "}}}}", "answer 201 has no example");
    }

    @Test
    void what_does_not_fit_is_found() {
        isFound("photos: 2", "photos: two", "integer");
        isFound("photos: 2", "fotos: 2", "fotos");
        isFound("example: {area: G001}}}}}", "example: {photos: 1}}}}}", "area");
    }
}
