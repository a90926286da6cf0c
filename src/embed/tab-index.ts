/**
 * Preact writes `tabIndex` on an SVG element as it is spelt, and a browser knows only `tabindex` there: marks would be out
 * of the tab order. Imported before anything is drawn.
 */
import { options, type VNode } from "preact";

const before = options.vnode;
options.vnode = (vnode: VNode): void => {
  const props = vnode.props as { tabIndex?: unknown; tabindex?: unknown };
  if (typeof vnode.type === "string" && "tabIndex" in props) {
    props.tabindex = props.tabIndex;
    delete props.tabIndex;
  }
  before?.(vnode);
};
