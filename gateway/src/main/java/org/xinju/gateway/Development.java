package org.xinju.gateway;

import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** What the start page of a development system shows more: who one can be, and where messages arrive. Elsewhere there is neither. */
@Configuration(proxyBeanMethods = false)
@Profile("development")
class Development {

    private record Persona(String name, String chinese, String english) {}

    private static final List<Persona> PERSONAS = List.of(
            new Persona("resident", "新居民：看自己的登记、积分、消息，上报隐患", "new resident: reads the own record, points and messages, reports hazards"),
            new Persona("resident-2", "另一位新居民，上报的隐患正在办理", "another new resident, whose report is being worked on"),
            new Persona("newcomer", "刚到的新居民：自己登记了，等网格协管员确认", "just arrived: registered online, to be confirmed by the grid worker"),
            new Persona("employer", "企业专管员：上传本单位花名册", "employer: sends the enterprise's roster"),
            new Persona("employer-2", "另一家企业的专管员", "employer of another enterprise"),
            new Persona("landlord", "房东：出租房和租客", "landlord: dwellings and tenants"),
            new Persona("local-resident", "本地居民", "local resident"),
            new Persona("grid-worker", "网格协管员：登记、走访、受理本网格的上报", "grid worker: registers, visits, takes in reports of the grid"),
            new Persona("grid-worker-3", "同一网格的另一位协管员：核查结果", "another grid worker of the same grid: verifies results"),
            new Persona("grid-leader", "网格长", "grid leader"),
            new Persona("district-chief", "片区长", "district chief"),
            new Persona("command-room", "综合信息指挥室：交办、督办、分析", "command room: dispatches, urges, analyses"),
            new Persona("department", "职能部门（消防工作站）：处置交办的事项", "department (fire safety): handles what is dispatched to it"),
            new Persona("department-safety", "职能部门（应急管理站）", "department (work safety)"),
            new Persona("department-housing", "职能部门（新居民服务中心）", "department (new residents and rented housing)"),
            new Persona("department-labour", "职能部门（劳动保障所）", "department (labour and social security)"),
            new Persona("points-officer", "积分工作人员", "points officer"),
            new Persona("policy-publisher", "政策发布员", "policy publisher"),
            new Persona("editor", "内容编辑：公告和政策解读", "editor: announcements and explained policies"),
            new Persona("organiser", "活动组织者", "organiser of activities"),
            new Persona("auditor", "审计员", "auditor"),
            new Persona("administrator", "系统管理员：区域、单位、绑定", "administrator: areas, enterprises, bindings"),
            new Persona("operator", "运维：死信、重发", "operator: dead letters, republishing"));

    @Bean
    RouterFunction<ServerResponse> developmentDocument(GatewayProperties properties) {
        var channels = properties.development().channels();
        var answer = Map.of("personas", PERSONAS, "channels", channels == null ? "" : channels);
        return RouterFunctions.route().GET("/development.json", _ -> ServerResponse.ok().bodyValue(answer)).build();
    }
}
