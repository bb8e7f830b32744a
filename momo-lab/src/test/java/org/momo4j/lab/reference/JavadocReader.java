package org.momo4j.lab.reference;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads the Javadoc of classes from their sources, by the compiler, which also knows what a name in a link means. */
final class JavadocReader {
    private final MathSections sections;

    /** Mentions of these sections become links. */
    JavadocReader(MathSections sections) {
        this.sections = sections;
    }

    /**
     * The Javadoc of classes by their names; those that have none are missing.
     *
     * @param types whole names; all of them classes of this project
     */
    Map<String, ClassDoc> read(Collection<String> types) throws IOException {
        List<String> files = types.stream().map(type -> Sources.of(type).orElseThrow()).distinct().toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(said, null, null)) {
            var options = List.of("-classpath", System.getProperty("java.class.path"), "--add-modules",
                    "jdk.incubator.vector", "-proc:none", "-implicit:none");
            JavacTask task = (JavacTask) compiler.getTask(null, manager, said, options, null,
                    manager.getJavaFileObjectsFromPaths(files.stream().map(Sources.ROOT::resolve).toList()));
            Iterable<? extends CompilationUnitTree> units = task.parse();
            task.analyze();
            said.getDiagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR).findFirst()
                    .ifPresent(error -> {
                        throw new IllegalStateException("the sources do not compile: " + error);
                    });
            Scan scan = new Scan(DocTrees.instance(task), Set.copyOf(types));
            units.forEach(unit -> scan.scan(unit, null));
            return scan.found;
        }
    }

    /** Goes through the classes of a file. */
    private final class Scan extends TreePathScanner<Void, Void> {
        private final DocTrees trees;
        private final Set<String> wanted;
        private final Map<String, ClassDoc> found = new TreeMap<>();

        Scan(DocTrees trees, Set<String> wanted) {
            this.trees = trees;
            this.wanted = wanted;
        }

        @Override
        public Void visitClass(ClassTree tree, Void unused) {
            TreePath path = getCurrentPath();
            if (trees.getElement(path) instanceof TypeElement type
                    && wanted.contains(type.getQualifiedName().toString())) {
                DocCommentTree comment = trees.getDocCommentTree(path);
                if (comment != null) {
                    String name = type.getQualifiedName().toString();
                    found.put(name, new ClassDoc(name, new CommentWalk(trees, path, comment, sections).blocks()));
                }
            }
            return super.visitClass(tree, unused);
        }
    }
}
