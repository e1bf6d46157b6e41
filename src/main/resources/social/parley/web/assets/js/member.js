// What pages do for those who are logged in; strangers do not load it.
import { composers } from "./composer.js";
import { exchanges } from "./exchange.js";
import { keyboard } from "./keyboard.js";
import { live } from "./live.js";
import { offline } from "./offline.js";
import { personCards } from "./person-card.js";
import { pickers } from "./picker.js";
import { previews } from "./preview.js";
import { push } from "./push.js";

composers();
pickers();
previews();
push();
exchanges();
keyboard();
live();
offline();
personCards();
