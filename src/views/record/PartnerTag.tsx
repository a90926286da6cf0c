import type { CSSProperties, ReactNode } from "react";
import { useAddress } from "../state/address.tsx";
import { useLook } from "../state/look.tsx";

interface PartnerTagProps {
  readonly id: string;
  readonly children: ReactNode;
}

/** Words of a ledger that filter everything to a partner, and back when pressed again. */
export const PartnerTag = ({ id, children }: PartnerTagProps): ReactNode => {
  const { filter, toggle } = useAddress();
  const { theme } = useLook();
  return (
    <button
      type="button"
      className="partner-tag"
      aria-pressed={filter.partner.includes(id)}
      style={{ "--dot": theme.partner(id) } as CSSProperties}
      onClick={() => toggle("partner", id)}
    >
      <span data-partner={id}>{children}</span>
    </button>
  );
};
