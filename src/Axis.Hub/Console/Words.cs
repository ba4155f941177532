using System.Globalization;
using Axis.Contracts.Statements;

namespace Axis.Hub.Console;

/// <summary>The reader's language: Vietnamese unless switched. Public because Razor pages are.</summary>
/// <param name="English">True when the reader has switched to English.</param>
public readonly record struct Words(bool English)
{
    private const string Name = "lang";
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>The page that is shown, in the other language: with everything that was asked for.</summary>
    public string Switch { get; init; } = "";

    /// <summary>One of both texts.</summary>
    public string this[string vietnamese, string english] => English ? english : vietnamese;

    /// <summary>Name and code of an agency, the Vietnamese name where it has no English one; the code alone where it has none at all.</summary>
    public string Agency(StatementAgency agency)
    {
        var name = this[agency.NameVi, agency.NameEn.Length > 0 ? agency.NameEn : agency.NameVi];
        return name.Length == 0 || name == agency.Code ? agency.Code : $"{name} ({agency.Code})";
    }

    /// <summary>Code of the language for <c>lang</c> attributes.</summary>
    public string Code => English ? "en" : "vi";

    /// <summary>An instant as people in Vietnam read it; a dash when absent.</summary>
    public static string Time(DateTimeOffset? time) =>
        time?.ToOffset(Vietnam).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A day; a dash when absent.</summary>
    public static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A number with the separator of the language.</summary>
    public string Number(long value) => value.ToString("N0", CultureInfo.GetCultureInfo(English ? "en-GB" : "vi-VN"));

    /// <summary>A size in bytes.</summary>
    public string Bytes(long value) => $"{Number(value)} {this["byte", value == 1 ? "byte" : "bytes"]}";

    /// <summary>How long ago, in the largest unit that says enough.</summary>
    public string Ago(DateTimeOffset? then, DateTimeOffset now)
    {
        if (then is not { } instant)
        {
            return "–";
        }

        var age = now - instant;
        return age.TotalSeconds < 90 ? this[$"{Math.Max(0, age.TotalSeconds):0} giây", $"{Math.Max(0, age.TotalSeconds):0} s"]
            : age.TotalMinutes < 90 ? this[$"{age.TotalMinutes:0} phút", $"{age.TotalMinutes:0} min"]
            : age.TotalHours < 48 ? this[$"{age.TotalHours:0} giờ", $"{age.TotalHours:0} h"]
            : this[$"{age.TotalDays:0} ngày", $"{age.TotalDays:0} d"];
    }

    /// <summary>From <c>?lang=</c>, which is remembered, or what was remembered.</summary>
    public static ValueTask<Words> BindAsync(HttpContext context)
    {
        var asked = context.Request.Query[Name].ToString();
        if (asked is "vi" or "en")
        {
            context.Response.Cookies.Append(Name, asked, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true });
        }
        else
        {
            asked = context.Request.Cookies[Name];
        }

        var english = asked == "en";
        return ValueTask.FromResult(new Words(english) { Switch = SwitchOf(context.Request, english ? "vi" : "en") });
    }

    private static string SwitchOf(HttpRequest request, string other) =>
        request.PathBase + request.Path + QueryString.Create(request.Query.Where(pair => pair.Key != Name).Append(new(Name, other)));
}
