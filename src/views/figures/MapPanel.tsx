import { type ReactNode, useMemo, useRef } from "react";
import { lazily } from "#charts/kit/figure-text.ts";
import { MapFigure } from "#charts/map/MapFigure.tsx";
import { describeMap } from "#charts/map/map.describe.ts";
import type { PlacesAnswer } from "#model/questions.ts";
import { Panel } from "../page/Panel.tsx";
import { useAddress } from "../state/address.tsx";
import { useLightUp, useLit } from "../state/lit.tsx";
import { useLook } from "../state/look.tsx";
import { usePanelWidth } from "../state/measure.tsx";
import { useQuestion } from "../state/question.ts";

/** Where they met. A place is a clause of the filter, and the map keeps showing the others. */
export const MapPanel = (): ReactNode => {
  const { filter, toggle } = useAddress();
  const { words, theme, reducedMotion } = useLook();
  const prepares = useRef<(next: PlacesAnswer) => void>(null);
  const { data } = useQuestion("places", filter, [], { follow: async (next) => prepares.current?.(next) });
  const lit = useLit();
  const light = useLightUp();
  const width = usePanelWidth();
  const height = Math.round(Math.min(560, Math.max(260, width * 0.52)));
  const text = useMemo(() => (data ? lazily(() => describeMap(data, words)) : null), [data, words]);
  return (
    <Panel title={words.page.map} hint={words.page.mapHint} text={text} figure="map" className="map-panel">
      <div style={{ minHeight: height }}>
        {data ? (
          <MapFigure
            answer={data}
            words={words}
            theme={theme}
            width={width}
            height={height}
            lit={lit}
            onLit={light}
            onPlace={(id) => toggle("place", id)}
            reducedMotion={reducedMotion}
            prepares={prepares}
          />
        ) : null}
      </div>
    </Panel>
  );
};
