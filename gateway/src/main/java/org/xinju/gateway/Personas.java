package org.xinju.gateway;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Who one can be on the start page of a development system; elsewhere there are none. */
@Configuration(proxyBeanMethods = false)
@Profile("development")
class Personas {

    record Persona(String name, String chinese, String english) {}

    private static final List<Persona> ALL = List.of(
            new Persona("resident", "新居民：看自己的登记和积分", "new resident: reads the own record and points"),
            new Persona("employer", "企业专管员：上传本单位花名册", "employer: sends the enterprise's roster"),
            new Persona("employer-2", "另一家企业的专管员", "employer of another enterprise"),
            new Persona("grid-worker", "网格协管员：登记和走访本网格居民", "grid worker: registers and visits people of the grid"),
            new Persona("grid-leader", "网格长", "grid leader"),
            new Persona("district-chief", "片区长", "district chief"),
            new Persona("command-room", "综合信息指挥室", "command room"),
            new Persona("points-officer", "积分工作人员", "points officer"),
            new Persona("department", "职能部门", "department"),
            new Persona("landlord", "房东", "landlord"),
            new Persona("local-resident", "本地居民", "local resident"),
            new Persona("policy-publisher", "政策发布员", "policy publisher"),
            new Persona("editor", "内容编辑", "editor"),
            new Persona("organiser", "活动组织者", "organiser"),
            new Persona("auditor", "审计员", "auditor"),
            new Persona("administrator", "系统管理员：区域、单位、绑定", "administrator: areas, enterprises, bindings"),
            new Persona("operator", "运维：死信、重发", "operator: dead letters, republishing"));

    @Bean
    RouterFunction<ServerResponse> personaList() {
        return RouterFunctions.route().GET("/personas.json", _ -> ServerResponse.ok().bodyValue(ALL)).build();
    }
}
