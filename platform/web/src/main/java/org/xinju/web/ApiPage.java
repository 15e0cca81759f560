package org.xinju.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the API page says beside the shapes that the controllers have: {@code ResidentController} has a file {@code api/resident.yaml} with an entry
 * for each of its methods, {@code {summary, description, parameters: {<name>: {description, example}}, request, status, response}}; request and
 * response are examples. So controllers stay free of annotations, and the ids of operations ({@code resident.register}) stay as they are.
 */
@Configuration(proxyBeanMethods = false)
class ApiPage {

    private static final String KEY = "Any text of up to 128 characters, of your making, that names this request: sent again with it, the request has "
            + "one effect and the same answer. Without it every repetition is a request of its own.";
    private static final String MATCH = "The `ETag` of the state that you believe to change; the request is refused (412) if it has changed since.";
    private static final String EVERYWHERE = "parameters";

    static final String PROBLEM = "Problem";

    private final Map<String, JsonNode> files = new ConcurrentHashMap<>();

    @Bean
    OperationCustomizer describedOperations() {
        return (operation, handler) -> {
            var feature = feature(handler.getBeanType());
            operation.setOperationId(feature + "." + handler.getMethod().getName());
            operation.setTags(List.of(feature));
            describe(operation, file(feature).path(handler.getMethod().getName()));
            if (takesCommand(handler)) {
                operation.addParametersItem(header("Idempotency-Key", KEY, "2f6c1d0e-5b7a-4c7e-9d53-0e8a4b1c2d3f"));
                operation.addParametersItem(header("If-Match", MATCH, "\"1795600589725739\""));
            }
            return operation;
        };
    }

    /** Records nested in different controllers have the same names; here they are told apart. */
    @Bean
    ModelResolver namedTypes(ObjectMapperProvider mappers) {
        var resolver = new ModelResolver(mappers.jsonMapper(), new TypeNameResolver() {
            @Override
            protected String getNameOfClass(Class<?> type) {
                var outer = type.getEnclosingClass();
                return outer == null ? type.getSimpleName() : getNameOfClass(outer).replaceFirst("Controller$", "") + type.getSimpleName();
            }
        });
        resolver.setOpenapi31(true);
        return resolver;
    }

    /** Every refusal, and every failure, of any call. */
    static ApiResponse problem() {
        return Json31.mapper().convertValue(read("problem"), ApiResponse.class);
    }

    private void describe(Operation operation, JsonNode page) {
        operation.setSummary(page.path("summary").asText(null));
        operation.setDescription(page.path("description").asText(null));
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> {
                describe(parameter, file(EVERYWHERE).path(parameter.getName()));
                describe(parameter, page.path("parameters").path(parameter.getName()));
            });
        }
        if (operation.getRequestBody() != null) {
            example(operation.getRequestBody().getContent(), page.path("request"));
        }
        answers(operation.getResponses(), page);
    }

    private static void answers(ApiResponses answers, JsonNode page) {
        var answer = answers.remove("200");
        if (answer != null) {
            var status = HttpStatus.valueOf(page.path("status").asInt(HttpStatus.OK.value()));
            example(answer.getContent(), page.path("response"));
            answers.addApiResponse(Integer.toString(status.value()), answer.description(status.getReasonPhrase()));
        }
        answers.addApiResponse("default", new ApiResponse().$ref("#/components/responses/" + PROBLEM));
    }

    private static void describe(Parameter parameter, JsonNode page) {
        if (page.has("description")) {
            parameter.setDescription(page.path("description").asText());
        }
        if (page.has("example")) {
            parameter.setExample(page.path("example"));
        }
    }

    private static void example(@Nullable Content content, JsonNode example) {
        if (content != null && !example.isMissingNode()) {
            content.values().forEach(media -> media.setExample(example));
        }
    }

    private static HeaderParameter header(String name, String description, String example) {
        var header = new HeaderParameter();
        header.name(name).description(description).required(false).schema(new Schema<String>(SpecVersion.V31).types(Set.of("string"))).example(example);
        return header;
    }

    private static boolean takesCommand(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == Command.class);
    }

    private static String feature(Class<?> controller) {
        var name = controller.getSimpleName().replaceFirst("Controller$", "");
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private JsonNode file(String name) {
        return files.computeIfAbsent(name, ApiPage::read);
    }

    private static JsonNode read(String name) {
        try (var file = ApiPage.class.getResourceAsStream("/api/" + name + ".yaml")) {
            var content = file == null ? null : new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(file);
            return content == null ? MissingNode.getInstance() : Json31.mapper().valueToTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
