package org.summertrip.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of the house that a machine can check. Each module runs them over its own packages. */
public abstract class ArchitectureRules {
    private static final Set<String> BLOCKING = Set.of(
            "io.smallrye.mutiny.Uni.await",
            "io.smallrye.mutiny.Multi.subscribe.asIterable",
            "java.util.concurrent.CompletableFuture.join",
            "java.util.concurrent.CompletableFuture.get",
            "java.util.concurrent.CompletionStage.toCompletableFuture.join",
            "java.util.concurrent.Future.get",
            "java.util.concurrent.CountDownLatch.await",
            "java.lang.Thread.sleep",
            "java.lang.Object.wait");

    private JavaClasses imported;

    /** The module's root package: {@code org.summertrip.users}. */
    protected abstract String rootPackage();

    private JavaClasses code() {
        if (imported == null) {
            // The rules look at names only: following every reference into the libraries would take a minute.
            ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
            imported = new ClassFileImporter().importPath(Path.of("target", "classes"));
        }
        return imported;
    }

    @Test
    void isPackagedByFeature() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..controller..",
                        "..controllers..",
                        "..service..",
                        "..services..",
                        "..dto..",
                        "..util..",
                        "..utils..",
                        "..impl..",
                        "..common..",
                        "..model..",
                        "..repository..")
                .check(code());
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching(rootPackage() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(code());
    }

    @Test
    void injectsThroughConstructorsOnly() {
        fields().should()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .andShould()
                .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .allowEmptyShould(true)
                .check(code());
    }

    @Test
    void neverBlocks() {
        noClasses()
                .should()
                .callMethodWhere(new DescribedPredicate<JavaMethodCall>("blocks the calling thread") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        return BLOCKING.contains(call.getTargetOwner().getName() + "." + call.getName());
                    }
                })
                .check(code());
        methods()
                .should()
                .notHaveModifier(JavaModifier.SYNCHRONIZED)
                .allowEmptyShould(true)
                .check(code());
    }

    @Test
    void keepsEntitiesAtHome() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Entity")
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(code());
    }

    @Test
    void namesThingsByTheirRole() {
        noClasses()
                .should()
                .haveNameMatching(".*\\.[A-Za-z]*(Manager|Helper|Utils?|Impl)")
                .orShould()
                .haveNameMatching(".*\\.Abstract[A-Z][A-Za-z]*")
                .check(code());
    }
}
