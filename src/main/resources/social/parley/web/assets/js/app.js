// What every page does beyond what it can without scripts; each subject is a module of its own.
import { composers } from "./composer.js";
import { copying } from "./copy.js";
import { exchanges } from "./exchange.js";
import { keyboard } from "./keyboard.js";
import { lightbox } from "./lightbox.js";
import { live } from "./live.js";
import { menus } from "./menu.js";
import { pickers } from "./picker.js";
import { position } from "./position.js";
import { previews } from "./preview.js";
import { times } from "./time.js";

menus();
lightbox();
copying();
times(document);
composers();
pickers();
previews();
exchanges();
keyboard();
position();
live();
