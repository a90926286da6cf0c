window.liaisonLatest={"release":"20261121-5541ab82","day":"2026-11-21"};
