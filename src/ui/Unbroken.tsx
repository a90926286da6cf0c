import { createElement, Fragment } from "react";
import "./base.css";

/** Names and words with a hyphen, up to a length that has room on the narrowest page. */
const HYPHENED = /(?<![\p{L}\p{M}-])([\p{L}\p{M}]{1,12}(?:-[\p{L}\p{M}]{1,12}){1,2})(?![\p{L}\p{M}-])/u;

/** A text whose names stay whole where a line ends: "Moo-il" is not two words. What is copied of it stays the same. */
export const Unbroken = ({ children }: { readonly children: string }) => {
  const parts = children
    .split(HYPHENED)
    .map((part, at) => (at % 2 === 0 ? part : createElement("span", { className: "ui-unbroken" }, part)));
  return createElement(Fragment, null, ...parts);
};
