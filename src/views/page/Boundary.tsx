import { Component, type ReactNode } from "react";
import { Notice } from "#ui/Notice.tsx";

interface BoundaryProps {
  readonly title: string;
  readonly body: string;
  readonly children: ReactNode;
  /** A change of this draws the part again. */
  readonly again: string;
}

/** Keeps a fault in one part of the page from taking the rest with it. */
export class Boundary extends Component<BoundaryProps, { readonly broken: string | null }> {
  override state: { readonly broken: string | null } = { broken: null };

  static getDerivedStateFromError(error: unknown): { broken: string } {
    return { broken: error instanceof Error ? error.message : String(error) };
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (this.state.broken !== null && before.again !== this.props.again) this.setState({ broken: null });
  }

  override render(): ReactNode {
    if (this.state.broken === null) return this.props.children;
    return (
      <Notice tone="error" title={this.props.title}>
        {this.props.body} <small>{this.state.broken}</small>
      </Notice>
    );
  }
}
