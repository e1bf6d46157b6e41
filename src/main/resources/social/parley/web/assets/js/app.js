// What every page does beyond what it can without scripts; each subject is a module of its own.
import { copying } from "./copy.js";
import { lightbox } from "./lightbox.js";
import { menus } from "./menu.js";
import { position } from "./position.js";
import { tabs } from "./tabs.js";
import { times } from "./time.js";

menus();
lightbox();
copying();
tabs();
times(document);
position();
