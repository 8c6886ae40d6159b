import { Component, type ReactNode } from "react";
import { ErrorPage } from "./ErrorPage.tsx";

interface ErrorBoundaryProps {
  /** Where the user is: a page that broke does not bar the way to another one. */
  readonly location: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly error: unknown;
}

/** Shows plain words instead of a white page when a page breaks. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error ?? new Error("unknown") };
  }

  override componentDidUpdate({ location }: ErrorBoundaryProps): void {
    if (location !== this.props.location && this.state.error !== null) this.setState({ error: null });
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <ErrorPage error={this.state.error} />;
  }
}
