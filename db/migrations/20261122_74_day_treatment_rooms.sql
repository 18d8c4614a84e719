-- A weekly opening is said anew: what would begin later goes, what runs ends on that day; half-days nobody planned in go with it.
grant delete on day_treatment_opening, day_treatment_half_day to verkeerstoren_app;
