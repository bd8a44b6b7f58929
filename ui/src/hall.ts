import "./styles/tokens.css";
import { mount } from "svelte";
import HallWindow from "./hall-window/HallWindow.svelte";
import { stayAtHome } from "./shell/at-home";

stayAtHome();
const target = document.getElementById("hall");
if (target) mount(HallWindow, { target });
