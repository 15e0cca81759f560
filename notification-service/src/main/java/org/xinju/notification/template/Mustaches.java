package org.xinju.notification.template;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import org.jspecify.annotations.Nullable;

/** Fills in texts. Plain text goes out, so nothing is escaped; a variable without a value is an error. */
final class Mustaches {

    private static final Mustache.Compiler COMPILER = Mustache.compiler().escapeHTML(false);

    private Mustaches() {}

    /**
     * @param values a variable that has none is null or not there
     * @throws MustacheException.Context if a variable without a value stands outside of a section of its name
     */
    static String fill(String text, Map<String, @Nullable String> values) {
        return COMPILER.compile(text).execute(values);
    }

    /** All names of variables and sections; includes count as a name that nobody offers. @throws MustacheException if the syntax is broken */
    static Set<String> names(String text) {
        var names = new TreeSet<String>();
        compile(text).visit(new Names(names));
        return names;
    }

    private static Template compile(String text) {
        return COMPILER.compile(text);
    }

    private record Names(Set<String> names) implements Mustache.Visitor {

        @Override
        public void visitText(String text) {
            // not a name
        }

        @Override
        public void visitVariable(String name) {
            names.add(name);
        }

        @Override
        public boolean visitInclude(String name) {
            names.add(">" + name);
            return false;
        }

        @Override
        public boolean visitParent(String name) {
            names.add("<" + name);
            return false;
        }

        @Override
        public boolean visitBlock(String name) {
            names.add("$" + name);
            return true;
        }

        @Override
        public boolean visitSection(String name) {
            names.add(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            names.add(name);
            return true;
        }
    }
}
