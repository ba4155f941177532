SELECT MAX(Day) AS Day FROM Statement;
