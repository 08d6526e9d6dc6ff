package io.rollbook.standalone.context;

import io.rollbook.audit.AuditConfiguration;
import io.rollbook.embedded.Folders;
import io.rollbook.gateway.GatewayConfiguration;
import io.rollbook.projections.ProjectionsConfiguration;
import io.rollbook.provisioning.ProvisioningCoreConfiguration;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.AnnotationConfigRegistry;
import org.springframework.context.annotation.AnnotationConfigUtils;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.javapoet.ClassName;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Run by the build: reads the services' configurations as a start would, and writes down as code
 * which beans there are and how each is made, so that no start has to find it out by reflection.
 * What settings decide is still read at the start, but not whether a bean exists.
 */
public final class PrepareContexts {

    private PrepareContexts() {}

    /** The arguments: the folder of the classes, one for sources, and the release of Java. */
    public static void main(String[] arguments) throws IOException {
        var classes = Path.of(arguments[0]);
        var sources = Path.of(arguments[1]);
        Folders.delete(sources);
        var files = new FileSystemGeneratedFiles(kind -> kind == Kind.SOURCE ? sources : classes);
        prepare(
                new AnnotationConfigApplicationContext(),
                ProvisioningCoreConfiguration.class,
                files);
        prepare(new AnnotationConfigApplicationContext(), ProjectionsConfiguration.class, files);
        prepare(new AnnotationConfigApplicationContext(), AuditConfiguration.class, files);
        prepare(
                new AnnotationConfigServletWebServerApplicationContext(),
                GatewayConfiguration.class,
                files);
        compile(sources, classes, arguments[2]);
    }

    /** The name of the class that puts the configuration's beans into a context. */
    static String initializerOf(Class<?> configuration) {
        return configuration.getName()
                + "__"
                + prefix(configuration)
                + "ApplicationContextInitializer";
    }

    /** Of all names of what is written for it, as some beans are in more than one context. */
    private static String prefix(Class<?> configuration) {
        return configuration.getSimpleName().replace("Configuration", "");
    }

    private static <C extends GenericApplicationContext & AnnotationConfigRegistry> void prepare(
            C context, Class<?> configuration, FileSystemGeneratedFiles files) {
        // The machine that builds decides nothing.
        var sources = context.getEnvironment().getPropertySources();
        sources.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        sources.remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        context.register(configuration);
        // Each bean's methods would be searched for listeners, of which there are none.
        context.removeBeanDefinition(AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME);
        context.removeBeanDefinition(AnnotationConfigUtils.EVENT_LISTENER_FACTORY_BEAN_NAME);
        var names = new ClassNameGenerator(ClassName.get(configuration), prefix(configuration));
        var generation = new DefaultGenerationContext(names, files);
        new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        generation.writeGeneratedContent();
    }

    private static void compile(Path sources, Path classes, String release) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var options =
                List.of("--release", release, "-proc:none", "-nowarn", "-d", classes.toString());
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var units = new ArrayList<JavaFileObject>();
            try (var found = Files.walk(sources)) {
                found.filter(Files::isRegularFile)
                        .forEach(file -> files.getJavaFileObjects(file).forEach(units::add));
            }
            if (!compiler.getTask(null, files, null, options, null, units).call()) {
                throw new IllegalStateException("What was written cannot be compiled; see above.");
            }
        }
    }
}
