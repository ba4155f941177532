namespace Axis.Contracts.Errors;

/// <summary>Faults of a working calendar's file and of office hours (80xx).</summary>
public static partial class ErrorCatalogue
{
    /// <summary>The first line is another.</summary>
    public static readonly ErrorEntry CalendarHeader = new("AXS-8001", 422, null, false,
        "Dòng đầu của lịch làm việc phải là {0}.",
        "The first line of the working calendar must be {0}.");

    /// <summary>The file has no row.</summary>
    public static readonly ErrorEntry CalendarEmpty = new("AXS-8002", 422, null, false,
        "Lịch làm việc không có ngày nào.",
        "The working calendar has no day in it.");

    /// <summary>A row with another number of fields, or an empty one.</summary>
    public static readonly ErrorEntry CalendarColumns = new("AXS-8003", 422, null, false,
        "Dòng {0} của lịch làm việc phải có đủ {1} cột, không cột nào trống.",
        "Line {0} of the working calendar must have {1} fields, none of them empty.");

    /// <summary>Not a date.</summary>
    public static readonly ErrorEntry CalendarDate = new("AXS-8004", 422, null, false,
        "Dòng {0} của lịch làm việc: ngày \"{1}\" không hợp lệ; dạng đúng là yyyy-MM-dd.",
        "Line {0} of the working calendar: the date \"{1}\" is not valid; the form is yyyy-MM-dd.");

    /// <summary>A word that the column does not know.</summary>
    public static readonly ErrorEntry CalendarWord = new("AXS-8005", 422, null, false,
        "Dòng {0} của lịch làm việc: \"{1}\" không thuộc các giá trị cho phép ({2}).",
        "Line {0} of the working calendar: \"{1}\" is not one of those allowed ({2}).");

    /// <summary>Rows out of order, or two for a day.</summary>
    public static readonly ErrorEntry CalendarOrder = new("AXS-8006", 422, null, false,
        "Dòng {0} của lịch làm việc: ngày {1} bị lặp hoặc không theo thứ tự.",
        "Line {0} of the working calendar: the day {1} repeats, or is not in order.");

    /// <summary>A day in lieu or given off on a weekend, or a worked Saturday in the week.</summary>
    public static readonly ErrorEntry CalendarWeekday = new("AXS-8007", 422, null, false,
        "Dòng {0} của lịch làm việc: ngày {1} không thể là {2} vì thứ trong tuần.",
        "Line {0} of the working calendar: the day {1} cannot be {2}, by its day of the week.");

    /// <summary>No file there, or one that cannot be opened.</summary>
    public static readonly ErrorEntry CalendarUnreadable = new("AXS-8008", 422, null, false,
        "Không đọc được lịch làm việc tại {0}.",
        "The working calendar {0} does not exist or cannot be read.");

    /// <summary>Office hours of another form.</summary>
    public static readonly ErrorEntry OfficeHoursWrong = new("AXS-8009", 422, null, false,
        "Giờ làm việc \"{0}\" không hợp lệ; dạng đúng là 07:30-11:30,13:30-17:30, theo thứ tự và không chồng nhau.",
        "The office hours \"{0}\" are not valid; the form is 07:30-11:30,13:30-17:30, in order and without overlap.");
}
