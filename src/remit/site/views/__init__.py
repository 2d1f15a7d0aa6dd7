"""One module for each kind of page: what it shows, as plain values for its template."""
