package org.momo4j.lab.skeleton;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a new method is called.
 *
 * @param name        as specifications write it: words joined by hyphens
 * @param packageName the Java package
 */
public record MethodName(String name, String packageName) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 60;

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException if one is not what it must be
     */
    public MethodName {
        if (!NAME.matcher(name).matches() || name.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "NAME is \"" + name + "\"; it must be words of lower-case letters and digits, "
                            + "joined by hyphens, at most " + LONGEST + " characters, and begin with a letter");
        }
        if (Skeleton.uses(className(name))) {
            throw new IllegalArgumentException(
                    "NAME is \"" + name + "\"; it must not be that of a class which the project uses, as "
                            + className(name) + " would be");
        }
        if (!SourceVersion.isName(packageName, SourceVersion.latest())) {
            throw new IllegalArgumentException(
                    "--package is \"" + packageName + "\"; it must be the name of a Java package, such as org.example");
        }
    }

    /** The name of the class: {@code momo-sign} becomes {@code MomoSign}. */
    public String className() {
        return className(name);
    }

    private static String className(String name) {
        return Arrays.stream(name.split("-")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    /** The folder of the package. */
    String path() {
        return packageName.replace('.', '/');
    }
}
