using Axis.Hub.Platform.Work;

namespace Axis.Hub.Agencies.Calendar;

/// <summary>Registers the working calendar as operators' data.</summary>
internal static class CalendarComponent
{
    /// <summary>What commands rest on.</summary>
    public static IServiceCollection AddCalendar(this IServiceCollection services)
    {
        services.AddSingleton<CalendarStore>();
        services.AddSingleton<CalendarDesk>();
        services.AddSingleton<HoursDesk>();
        services.AddSingleton<PreviewCalendar>();
        return services;
    }

    /// <summary>What only a running hub does.</summary>
    public static IServiceCollection AddDueTimeMoves(this IServiceCollection services)
    {
        services.AddSingleton<FollowCalendar>();
        services.AddRunning<MoveDueTimes>();
        return services;
    }
}
