import "./styles/tokens.css";
import { mount } from "svelte";
import HallWindow from "./hall-window/HallWindow.svelte";

const target = document.getElementById("hall");
if (target) mount(HallWindow, { target });
