package org.harmattan.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.Coverage;
import org.harmattan.schemas.assessment.IncidentChange;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.audience.Tlp;
import org.harmattan.schemas.command.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real Chromium. */
class PageTest {

    private static final double LIVE_MILLIS = 3_000;
    private static final String AXE = axe();

    private static Browser browser;

    private final Rig rig = Rig.shared();
    private final Rig.Hand hand = Rig.hand();
    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void startBrowser() {
        Assumptions.assumeTrue(
                Browser.CHROMIUM.isPresent(),
                "skipped: no Chromium found; set CHROMIUM_PATH or install the package 'chromium'");
        browser = Browser.start();
    }

    @AfterAll
    static void endBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void publishSignsOfLife() {
        hand.publish(Samples.pulse(Audience.OPEN, Instant.now()));
        hand.publish(Samples.pulse(Audience.RESTRICTED, Instant.now()));
        open(1280, 900, ColorScheme.LIGHT, "en-GB");
    }

    @AfterEach
    void closePage() {
        contexts.forEach(BrowserContext::close);
    }

    private void open(int width, int height, ColorScheme colours, String locale) {
        BrowserContext context = browser.chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(colours)
                        .setLocale(locale)
                        .setTimezoneId("Africa/Lagos"));
        contexts.add(context);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(rig.address()) && !request.url().startsWith("data:")) {
                complaints.add("a request to " + request.url());
            }
        });
        page.navigate(rig.address() + "/");
        assertThat(page.locator("#board-count")).hasText(Pattern.compile("\\d+ alert.*"));
    }

    @Test
    void drawsAllRegionsWithoutAComplaintOrARequestElsewhere() {
        assertThat(page.locator("#map path[data-region]")).hasCount(360);
        assertThat(page.locator("#life-text")).containsText("Live");
        assertThat(page.locator("#tlp")).containsText("TLP:GREEN");
        assertThat(complaints).isEmpty();
    }

    @Test
    void anAlertOnTheTopicIsOnTheBoardAndTheMapWithinThreeSeconds() {
        AlertEvent raised = Samples.raised(Audience.OPEN, "BF-10", Level.ADVISORY, 233);
        hand.publish(raised);
        Locator card = card(raised);
        assertThat(card).hasAttribute("data-level", "ADVISORY", within());
        hand.publish(Samples.score(Audience.OPEN, "BF-10", 345));
        hand.publish(Samples.next(raised, AlertChange.ESCALATED, Level.WATCH, 345));
        assertThat(card).hasAttribute("data-level", "WATCH", within());
        assertThat(card.locator(".level")).containsText("WATCH");
        assertThat(card.locator(".tlp")).hasText("TLP:GREEN");
        assertThat(card.locator(".value")).containsText("34.5");
        assertThat(region("BF-10")).hasClass(Pattern.compile(".*\\bs5\\b.*"), classWithin());
        assertThat(page.locator("g.mark[data-alert-region='BF-10']")).hasAttribute("data-level", "WATCH");
        assertThat(page.locator("#announce")).containsText("WATCH");
        assertThat(page.locator("#feed-list")).containsText("WATCH");
    }

    @Test
    void hatchesWhereThereIsNoCoverageAndMutesWhatIsHardlyKnown() {
        hand.publish(Samples.score(Audience.OPEN, "GA-1", 0, Coverage.NO_COVERAGE, Instant.now()));
        hand.publish(Samples.score(Audience.OPEN, "GA-2", 250, Coverage.WARMING_UP, Instant.now()));
        assertThat(region("GA-1")).hasClass(Pattern.compile(".*no-coverage.*"), classWithin());
        assertThat(region("GA-1")).hasCSS("fill", Pattern.compile("url\\(.*#hatch.*\\).*"));
        assertThat(region("GA-1")).hasAttribute("aria-label", Pattern.compile(".*no coverage"));
        assertThat(region("GQ-KN")).hasClass(Pattern.compile(".*no-coverage.*"));
        assertThat(region("GA-2")).hasClass(Pattern.compile(".*s4 unsure.*"), classWithin());
    }

    @Test
    void aRegionIsWalkedToWithTheKeyboardAndToldWithSentences() {
        String report = UUID.randomUUID().toString();
        hand.publish(Samples.report(report, 1, Tlp.GREEN, "Two villages were burnt."));
        hand.publish(Samples.incident(Audience.OPEN, "ML-5", IncidentChange.OPENED, List.of(report)));
        hand.publish(Samples.score(Audience.OPEN, "ML-5", 412));
        assertThat(region("ML-5")).hasAttribute("aria-label", Pattern.compile(".*41\\.2.*"), within());
        region("ML-5").focus();
        page.keyboard().press("ArrowRight");
        Locator east = page.locator("#map path:focus");
        assertThat(east).not().hasAttribute("data-region", "ML-5");
        page.keyboard().press("ArrowLeft");
        region("ML-5").focus();
        page.keyboard().press("Enter");
        Locator panel = page.locator("#panel");
        assertThat(panel.locator("h2")).hasText("Mopti (ML-5), Mali");
        assertThat(panel.locator(".lead")).containsText("41.2");
        assertThat(panel.locator("[data-reason]")).hasCount(6);
        assertThat(panel.locator("[data-reason=NEIGHBOUR]")).containsText("Nord (BF-10)");
        panel.locator("[data-incident] button").first().click();
        assertThat(panel.locator(".report").first()).containsText("Bandiagara");
        page.keyboard().press("Escape");
        assertThat(panel).isHidden();
        assertThat(region("ML-5")).isFocused();
    }

    @Test
    void speaksFrenchAtAPress() {
        AlertEvent raised = Samples.raised(Audience.OPEN, "NE-8", Level.WATCH, 333);
        hand.publish(raised);
        assertThat(card(raised)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LIVE_MILLIS));
        page.click("[data-language=fr]");
        assertThat(page.locator("#board-title")).hasText("Alertes en vigueur");
        assertThat(card(raised).locator(".level")).containsText("VEILLE");
        assertThat(card(raised)).containsText("33,3");
        assertThat(page.locator("html")).hasAttribute("lang", "fr");
        Object missing = page.evaluate("import('/app/i18n.js').then(({WORDS}) => ["
                + "...Object.keys(WORDS.en).filter(name => !(name in WORDS.fr)),"
                + "...Object.keys(WORDS.fr).filter(name => !(name in WORDS.en))])");
        assertThat((List<?>) missing).as("words of one language only").isEmpty();
    }

    @Test
    void aKeyShowsItsOwnAudienceAndAcknowledges() {
        AlertEvent restricted = Samples.raised(Audience.RESTRICTED, "NE-4", Level.WARNING, 433);
        AlertEvent open = Samples.raised(Audience.OPEN, "NE-4", Level.ADVISORY, 222);
        hand.publish(restricted);
        hand.publish(open);
        assertThat(card(open)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LIVE_MILLIS));
        assertThat(card(restricted)).hasCount(0);

        card(open).locator("[data-role=acknowledge]").click();
        page.fill("#key-input", Rig.WATCH_OFFICER);
        page.click("#key-form .primary");
        assertThat(card(restricted)).isVisible();
        assertThat(card(open)).hasCount(0);
        assertThat(page.locator("#tlp")).containsText("TLP:AMBER");

        card(restricted).locator("[data-role=acknowledge]").click();
        assertThat(card(restricted).locator(".actions")).containsText("waiting for the ledger");
        hand.publish(Samples.next(restricted, AlertChange.ACKNOWLEDGED, Level.WARNING, 433));
        assertThat(card(restricted).locator(".acknowledged")).isVisible();
        assertThat(page.evaluate("Object.keys(localStorage).concat(document.cookie).join()"))
                .as("the key is kept for the session only")
                .asString()
                .doesNotContain("key");
        assertThat(complaints).isEmpty();
    }

    @Test
    void turnsGreyWithoutASignOfLife() {
        assertThat(page.locator("body")).hasAttribute("data-stale", "false");
        hand.publish(Samples.pulse(Audience.OPEN, Instant.now().minusSeconds(300)));
        await().until(() ->
                rig.open("/api/v1/scores").at("/pulses/0/ageSeconds").asInt() >= 300);
        page.reload();
        assertThat(page.locator("body")).hasAttribute("data-stale", "true");
        assertThat(page.locator("#notice")).containsText("No sign of life");
        hand.publish(Samples.pulse(Audience.OPEN, Instant.now()));
        assertThat(page.locator("body")).hasAttribute("data-stale", "false", within());
        assertThat(page.locator("#notice")).isHidden();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900, LIGHT, en-GB", "1280, 900, DARK, fr-FR", "360, 780, LIGHT, fr-FR", "360, 780, DARK, en-GB"})
    void fitsEveryScreen(int width, int height, ColorScheme colours, String locale) {
        hand.publish(Samples.score(Audience.OPEN, "ML-6", 287));
        hand.publish(Samples.raised(Audience.OPEN, "ML-6", Level.ADVISORY, 287));
        open(width, height, colours, locale);
        assertThat(page.locator("article[data-region='ML-6']").first()).isVisible();
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("nothing is cut off at the side")
                .isEqualTo(width);
        assertThat(barriers()).as("what WCAG 2.1 AA finds wrong on the page").isEmpty();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(
                        "target",
                        "screenshots",
                        "%s-%d-%s.png".formatted(colours, width, locale).toLowerCase(java.util.Locale.ROOT)))
                .setFullPage(width < 400));
        page.locator("[data-region-row=ML-6]").click();
        assertThat(page.locator("#panel .figures")).isVisible();
        assertThat(barriers()).as("what WCAG 2.1 AA finds wrong in the panel").isEmpty();
        page.locator("#panel")
                .screenshot(new Locator.ScreenshotOptions()
                        .setPath(Path.of(
                                "target",
                                "screenshots",
                                "panel-%s-%d-%s.png"
                                        .formatted(colours, width, locale)
                                        .toLowerCase(java.util.Locale.ROOT))));
        assertThat(complaints).isEmpty();
    }

    /** What axe finds on the page as it stands: contrast, names, roles, order. */
    private List<?> barriers() {
        assertThat(complaints).isEmpty();
        page.evaluate(AXE);
        List<?> found = (List<?>)
                page.evaluate(
                        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']})"
                                + ".then(found => found.violations.map(v => v.id + ' ' + v.nodes.map(n => n.target + ' ' + n.failureSummary)))");
        complaints.clear(); // the browser has something to say about axe, not about the page
        return found;
    }

    private static String axe() {
        try (var script = PageTest.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Locator region(String code) {
        return page.locator("#map path[data-region='" + code + "']");
    }

    private Locator card(AlertEvent alert) {
        return page.locator("#alerts [data-alert-id='" + alert.getAlertId() + "']");
    }

    private static LocatorAssertions.HasAttributeOptions within() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(LIVE_MILLIS);
    }

    private static LocatorAssertions.HasClassOptions classWithin() {
        return new LocatorAssertions.HasClassOptions().setTimeout(LIVE_MILLIS);
    }
}
