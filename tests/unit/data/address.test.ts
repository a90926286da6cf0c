import { describe, expect, it } from "vitest";
import { resolveDataAddress } from "#data/address.ts";

const PAGE = "https://site.example/a/liaison/?partner=KR#top";

describe("resolveDataAddress", () => {
  it.each([
    ["mine.json", "https://site.example/a/liaison/mine.json"],
    ["../other/mine.json?x=1#y", "https://site.example/a/other/mine.json?x=1"],
    ["/mine.json", "https://site.example/mine.json"],
    ["https://site.example/mine.json", "https://site.example/mine.json"],
    [" mine.json\n", "https://site.example/a/liaison/mine.json"],
    ["__proto__", "https://site.example/a/liaison/__proto__"],
  ])("opens %s", (param, value) => {
    expect(resolveDataAddress(param, PAGE)).toEqual({ ok: true, value });
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["javascript:alert(1)", "scheme"],
    ["java\nscript:alert(1)", "scheme"],
    ["JAVASCRIPT:alert(1)", "scheme"],
    ["data:application/json,{}", "scheme"],
    ["blob:https://site.example/1b9d", "scheme"],
    ["file:///etc/hosts", "scheme"],
    ["ftp://site.example/x.json", "scheme"],
    ["https://other.example/x.json", "other-site"],
    ["//other.example/x.json", "other-site"],
    ["\\\\other.example\\x.json", "other-site"],
    ["https:\\\\other.example/x.json", "other-site"],
    ["https://site.example.other.example/x.json", "other-site"],
    ["https://site.example@other.example/x.json", "other-site"],
    ["http://site.example/x.json", "other-site"],
    ["https://site.example:8443/x.json", "other-site"],
    ["https://name:word@site.example/x.json", "credentials"],
    ["https://", "not-an-address"],
    ["https://[", "not-an-address"],
    ["x".repeat(10_000), "not-an-address"],
  ])("refuses %s", (param, error) => {
    expect(resolveDataAddress(param, PAGE)).toEqual({ ok: false, error });
  });
});
