package org.xinju.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import org.xinju.events.Events;
import org.xinju.events.TopicHistory;
import org.xinju.privacy.KeyFolder;
import org.xinju.privacy.access.AccessLog;
import org.xinju.privacy.access.AccessPublisher;
import org.xinju.privacy.access.ChainNames;

/** Plugs the common web side into a service. */
@AutoConfiguration(beforeName = {
    "org.xinju.privacy.access.AccessAutoConfiguration",
    "org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration",
    "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
    "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
}, afterName = {
    "org.xinju.events.EventsAutoConfiguration",
    "org.xinju.privacy.PrivacyAutoConfiguration"
})
@EnableConfigurationProperties(WebProperties.class)
@Import({SecurityConfiguration.class, ProblemAdvice.class, ErrorAnswers.class, OperationsController.class, AuditController.class, ApiPage.class})
class WebAutoConfiguration {

    private static final ZoneId NINGBO = ZoneId.of("Asia/Shanghai");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Command.class).replaceWithClass(BigDecimal.class, String.class);
    }

    /** The clock of all legal dates. An offset lets demonstrations and black-box tests stand on another day. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock(WebProperties properties, Environment environment) {
        var clock = Clock.system(NINGBO);
        if (properties.clockOffset().isZero()) {
            return clock;
        }
        if (!environment.acceptsProfiles(Profiles.of("development"))) {
            throw new IllegalStateException("xinju.web.clock-offset is for the development profile only");
        }
        return Clock.offset(clock, properties.clockOffset());
    }

    /** The words of the platform and of the service; zh-CN where nobody asks for another language. */
    @Bean
    MessageSource messageSource(WebProperties properties) {
        var bundles = new ResourceBundleMessageSource();
        bundles.setBasenames("messages/web", "messages/" + properties.service());
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        bundles.setAlwaysUseMessageFormat(true);
        return bundles;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        return resolver;
    }

    @Bean
    Words words(MessageSource bundles) {
        return new Words(bundles);
    }

    @Bean
    Problems problems(Words words) {
        return new Problems(words);
    }

    @Bean
    JacksonModule wellFormedText() {
        return new SimpleModule("well-formed-text").addDeserializer(String.class, new WellFormedText());
    }

    @Bean
    UnreadableRequests unreadableRequests() {
        return new UnreadableRequests();
    }

    @Bean
    FilterRegistrationBean<RequestIds> requestIds() {
        var filter = new FilterRegistrationBean<>(new RequestIds());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<Crowd> crowd(WebProperties properties, Problems problems, JsonMapper json, MeterRegistry meters) {
        var filter = new FilterRegistrationBean<>(new Crowd(properties, problems, json, meters));
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1); // behind the one that knows the reader's language
        return filter;
    }

    @Bean
    RequestDigest requestDigest(KeyFolder keys) {
        return keys.requestDigest()::of;
    }

    @Bean
    AccessPublisher publishedAccesses(Events events, WebProperties properties) {
        return new PublishedAccesses(events, properties.service());
    }

    @Bean
    PublishedHeads publishedHeads(TopicHistory history, ChainNames names) {
        return new PublishedHeads(history, names);
    }

    @Bean
    Looks looks(AccessLog log) {
        return new Looks(log);
    }

    @Bean
    WebMvcConfigurer callersAndCommands(RequestDigest digest) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Arguments(digest));
            }
        };
    }

    /** The same JSON outside as in the store: decimal strings for points, no nulls. */
    @Bean
    JsonMapperBuilderCustomizer decimalStrings() {
        return json -> json
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .withConfigOverride(BigDecimal.class, o -> o.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)));
    }

    @Bean
    OpenAPI openApi(WebProperties properties) {
        return new OpenAPI()
                .info(new Info().title("Xinju " + properties.service() + "-service").version("1")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .addServersItem(new Server().url("/")) // where the page came from: the gateway, not the service behind it
                .components(new Components().addSecuritySchemes("token",
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT"))
                        .addResponses(ApiPage.PROBLEM, ApiPage.problem()))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }
}
