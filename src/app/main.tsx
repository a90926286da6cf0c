import { notifyManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import "./fonts.css";
import "./theme.css";

// Answers come from this page's own store: they are never stale, never retried, and are drawn at once.
notifyManager.setScheduler(queueMicrotask);
const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: "always", refetchOnWindowFocus: false },
  },
});

/** Starts the dashboard in the page's root element. */
export const start = (root: HTMLElement): void => {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <NuqsAdapter>
          <App />
        </NuqsAdapter>
      </QueryClientProvider>
    </StrictMode>,
  );
};
