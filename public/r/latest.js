window.liaisonLatest={"release":"20261201-cac852c8","day":"2026-12-01"};
