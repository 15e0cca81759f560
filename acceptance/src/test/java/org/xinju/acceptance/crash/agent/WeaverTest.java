package org.xinju.acceptance.crash.agent;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WeaverTest {

    private static final List<String> SEEN = new ArrayList<>();

    /** What is woven. */
    public static class Shop {

        private final int price;

        public Shop(int price) {
            this.price = price;
        }

        @Deprecated
        public long pay(int pieces, String currency, double discount) {
            return Math.round(price * pieces * (1 - discount)) + currency.length();
        }

        public static String name(List<String> parts) {
            return String.join(" ", parts);
        }

        public void refuse() {
            throw new IllegalStateException("closed");
        }
    }

    @Test
    void a_woven_method_does_what_it_did_and_is_seen() throws Exception {
        var shop = woven(Place.Original::call);

        var open = shop.getConstructor(int.class).newInstance(10);
        assertThat(shop.getMethod("pay", int.class, String.class, double.class).invoke(open, 3, "yuan", 0.5)).isEqualTo(19L);
        assertThat(shop.getMethod("name", List.class).invoke(null, List.of("a", "b"))).isEqualTo("a b");
        assertThat(SEEN).containsExactly("pay", "name");
    }

    @Test
    void another_result_can_be_put_in_its_place() throws Exception {
        var shop = woven((_, _, _) -> 7L);

        assertThat(shop.getMethod("pay", int.class, String.class, double.class).invoke(shop.getConstructor(int.class).newInstance(10), 3, "yuan", 0.5))
                .isEqualTo(7L);
    }

    @Test
    void exceptions_come_out_as_they_were_thrown() throws Exception {
        var shop = woven(Place.Original::call);

        assertThatThrownBy(() -> shop.getMethod("refuse").invoke(shop.getConstructor(int.class).newInstance(1)))
                .isInstanceOf(InvocationTargetException.class).hasCauseExactlyInstanceOf(IllegalStateException.class);
    }

    @Test
    void annotations_stay_with_the_name() throws Exception {
        var shop = woven(Place.Original::call);

        assertThat(shop.getMethod("pay", int.class, String.class, double.class).isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(List.of(shop.getDeclaredMethods())).filteredOn(method -> method.getName().endsWith(Weaver.SUFFIX)).hasSize(3)
                .allMatch(method -> method.getAnnotations().length == 0);
    }

    private interface Around {
        @Nullable Object call(Place.Original original, @Nullable Object self, Object[] arguments) throws Throwable;
    }

    private static Class<?> woven(Around around) throws IOException {
        SEEN.clear();
        Woven.use(List.of(place("pay", around), place("name", around), place("refuse", around)));
        var name = Shop.class.getName();
        try (var in = Objects.requireNonNull(Shop.class.getResourceAsStream("WeaverTest$Shop.class"))) {
            var code = Weaver.weave(in.readAllBytes(), Set.of("pay", "name", "refuse"));
            return new ClassLoader(WeaverTest.class.getClassLoader()) {
                @Override
                protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
                    return wanted.equals(name) ? own() : super.loadClass(wanted, resolve);
                }

                private Class<?> own() {
                    var loaded = findLoadedClass(name);
                    return loaded == null ? defineClass(name, code, 0, code.length) : loaded;
                }
            }.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Place place(String method, Around around) {
        return new Place(Shop.class.getName(), method, false, (self, arguments, original) -> {
            SEEN.add(method);
            return around.call(original, self, arguments);
        });
    }
}
