SELECT Agency, Day, Version, Format, ReceivedAt FROM Statement WHERE Day BETWEEN @From AND @To ORDER BY Day DESC, Agency, Version DESC, Format
