"""One file a page: its address, who answers, and its template; what it lists in PAGES and ACTIONS is served."""
