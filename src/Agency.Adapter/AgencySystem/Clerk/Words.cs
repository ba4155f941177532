using System.Globalization;

namespace Agency.Adapter.AgencySystem.Clerk;

/// <summary>The reader's language: Vietnamese unless switched. Public because Razor pages are.</summary>
/// <param name="English">True when the reader has switched to English.</param>
public readonly record struct Words(bool English)
{
    private const string Name = "lang";
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>One of both texts.</summary>
    public string this[string vietnamese, string english] => English ? english : vietnamese;

    /// <summary>Code of the language.</summary>
    public string Code => English ? "en" : "vi";

    /// <summary>Code of the other one.</summary>
    public string Other => English ? "vi" : "en";

    /// <summary>An instant as people in Vietnam read it.</summary>
    public static string Time(DateTimeOffset time) => time.ToOffset(Vietnam).ToString("HH:mm:ss dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day; a dash when absent.</summary>
    public static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A size in the largest unit that says enough.</summary>
    public string Size(long bytes)
    {
        var culture = CultureInfo.GetCultureInfo(English ? "en-GB" : "vi-VN");
        return bytes < 1024 ? string.Create(culture, $"{bytes} {this["byte", "bytes"]}")
            : bytes < 1024 * 1024 ? string.Create(culture, $"{bytes / 1024.0:0.#} KB")
            : string.Create(culture, $"{bytes / 1024.0 / 1024.0:0.#} MB");
    }

    /// <summary>From <c>?lang=</c>, which is remembered, or what was remembered.</summary>
    public static Words Of(HttpContext context)
    {
        var asked = context.Request.Query[Name].ToString();
        if (asked is "vi" or "en")
        {
            context.Response.Cookies.Append(Name, asked, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = ClerkPaths.Root });
        }
        else
        {
            asked = context.Request.Cookies[Name];
        }

        return new(asked == "en");
    }
}
