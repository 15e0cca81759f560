package org.xinju.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** What holds for the words of every service: Chinese and English say the same things, and every rule has words. */
public final class MessageRules {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

    private MessageRules() {}

    /**
     * @param root package whose constants of type {@code Rule} need words
     * @param bundles of the service and of what it stands on, for example {@code web} and {@code registry}
     * @return what is wrong, in words; empty when nothing is
     */
    public static List<String> faults(String root, String... bundles) {
        var faults = new ArrayList<String>();
        var known = new TreeSet<String>();
        for (var bundle : bundles) {
            var chinese = read("/messages/" + bundle + ".properties");
            var english = read("/messages/" + bundle + "_en.properties");
            compare(bundle, chinese, english, faults);
            known.addAll(chinese.stringPropertyNames());
        }
        rules(root).filter(code -> !known.contains("rule." + code)).forEach(code -> faults.add("rule " + code + " has no words"));
        return faults;
    }

    private static void compare(String bundle, Properties chinese, Properties english, List<String> faults) {
        var all = new TreeSet<>(chinese.stringPropertyNames());
        all.addAll(english.stringPropertyNames());
        for (var key : all) {
            var zh = chinese.getProperty(key);
            var en = english.getProperty(key);
            if (zh == null || zh.isBlank() || en == null || en.isBlank()) {
                faults.add(bundle + ": " + key + " is missing in " + (zh == null || zh.isBlank() ? "Chinese" : "English"));
            } else if (!placeholders(zh).equals(placeholders(en))) {
                faults.add(bundle + ": " + key + " has " + placeholders(zh) + " in Chinese and " + placeholders(en) + " in English");
            } else if (en.codePoints().filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN).count() > en.length() / 3) {
                faults.add(bundle + ": " + key + " is Chinese in the English bundle");
            }
        }
    }

    private static TreeSet<String> placeholders(String text) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static Stream<String> rules(String root) {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(root).stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().getName().equals("org.xinju.events.Rule")
                        && field.getModifiers().contains(JavaModifier.STATIC))
                .map(MessageRules::code).distinct().sorted();
    }

    private static String code(JavaField field) {
        try {
            var constant = field.reflect();
            if (!Modifier.isPublic(constant.getModifiers()) || !Modifier.isPublic(constant.getDeclaringClass().getModifiers())) {
                constant.setAccessible(true);
            }
            var rule = constant.get(null);
            return (String) rule.getClass().getMethod("code").invoke(rule);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field.getFullName(), e);
        }
    }

    private static Properties read(String file) {
        var words = new Properties();
        try (var in = MessageRules.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException(file + " is not on the class path");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
        return words;
    }
}
