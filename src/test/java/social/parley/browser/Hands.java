package social.parley.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How somebody works a page: with a mouse, a finger, or nothing but keys. */
abstract sealed class Hands {
  /** More would mean that going round the page does not lead there. */
  private static final int MOST_TABS = 400;

  final Page page;
  private @Nullable FilePayload handed;

  private Hands(Page page) {
    this.page = page;
    page.onFileChooser(chooser -> {
      chooser.setFiles(Objects.requireNonNull(handed));
      handed = null;
    });
  }

  /** Follows a link, presses a button or unfolds what it names. */
  abstract void press(Locator what);

  abstract void choose(Locator select, String value);

  /** Turns a box of this id, which may be drawn by its label alone. */
  abstract void turn(String id);

  /** Ticks a box that is drawn as one. */
  abstract void tick(Locator box);

  abstract void open(Locator chooser);

  final void pick(Locator input, FilePayload file) {
    handed = file;
    open(input);
    page.waitForCondition(() -> handed == null);
  }

  abstract void begin(Locator field);

  /** Types behind what is there. */
  final void write(Locator field, String text) {
    begin(field);
    page.keyboard().press("Control+End");
    page.keyboard().type(text);
  }

  final void rewrite(Locator field, String text) {
    begin(field);
    page.keyboard().press("Control+A");
    page.keyboard().type(text);
  }

  /** What a mouse and a finger have in common: they point. */
  abstract static sealed class Pointing extends Hands {
    private Pointing(Page page) {
      super(page);
    }

    @Override
    void choose(Locator select, String value) {
      select.selectOption(value);
    }

    @Override
    void turn(String id) {
      press(page.locator("label[for='" + id + "']"));
    }

    @Override
    void tick(Locator box) {
      press(box);
    }

    @Override
    void open(Locator chooser) {
      press(chooser.locator("xpath=ancestor::label"));
    }

    @Override
    void begin(Locator field) {
      press(field);
    }
  }

  /** A mouse on a wide screen. */
  static final class Mouse extends Pointing {
    Mouse(Page page) {
      super(page);
    }

    @Override
    void press(Locator what) {
      what.click();
    }
  }

  /** A finger on a phone. */
  static final class Finger extends Pointing {
    Finger(Page page) {
      super(page);
    }

    @Override
    void press(Locator what) {
      // Whatever is behind the bar at the bottom is brought up first, as anybody would.
      what.evaluate("one => one.scrollIntoView({ block: 'center' })");
      what.tap();
    }
  }

  /** Keys alone: whatever is meant has to be reached by going on from where one is. */
  static final class Keys extends Hands {
    Keys(Page page) {
      super(page);
    }

    private void reach(Locator what) {
      what.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
      for (int i = 0; i < MOST_TABS; i++) {
        if ((boolean) what.evaluate("one => one === document.activeElement")) return;
        page.keyboard().press("Tab");
      }
      throw new AssertionError("no key leads to " + what);
    }

    @Override
    void press(Locator what) {
      reach(what);
      page.keyboard().press("Enter");
    }

    @Override
    void choose(Locator select, String value) {
      reach(select);
      page.keyboard().press("Home");
      for (int i = 0; i < 100 && !select.inputValue().equals(value); i++)
        page.keyboard().press("ArrowDown");
    }

    @Override
    void turn(String id) {
      reach(page.locator("#" + id));
      page.keyboard().press("Space");
    }

    @Override
    void tick(Locator box) {
      reach(box);
      page.keyboard().press("Space");
    }

    @Override
    void open(Locator chooser) {
      press(chooser);
    }

    @Override
    void begin(Locator field) {
      reach(field);
    }
  }
}
