import "./styles/tokens.css";
import "./styles/base.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { stayAtHome } from "./shell/at-home";
import { language } from "./text/index.svelte";

stayAtHome();
language.choose(language.now);
const target = document.getElementById("app");
if (target) mount(App, { target });
