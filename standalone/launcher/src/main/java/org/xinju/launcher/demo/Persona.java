package org.xinju.launcher.demo;

import java.util.List;

/** A persona as the issuer lists it. */
public record Persona(String name, String subject, List<String> roles, List<String> areas) {}
