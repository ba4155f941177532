using System.Globalization;
using Axis.TestKit;
using Microsoft.Playwright;

namespace Agency.Adapter.Tests.Clerk;

/// <summary>
/// A Chromium for one class of tests. With <c>AXIS_SCREENSHOTS</c> naming a folder, every page that a test looks at is kept there as a picture.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    // Milliseconds. A page's first rendering compiles what it is made of.
    private const float Patience = 60_000;

    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async ValueTask InitializeAsync()
    {
        if (!Requires.HasBrowser)
        {
            return;
        }

        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Requires.Chromium, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>A page of its own, with cookies of its own.</summary>
    public async Task<IPage> OpenAsync(Uri address, int width = 1280)
    {
        var context = await chromium!.NewContextAsync(new()
        {
            BaseURL = address.ToString(), ViewportSize = new() { Width = width, Height = 900 }, Locale = "vi-VN", JavaScriptEnabled = false,
        });
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    /// <summary>Holds that nothing is wider than the page, and keeps a picture where they are wanted.</summary>
    public static async Task LookAsync(IPage page, string name)
    {
        var width = page.ViewportSize!.Width;
        if (Environment.GetEnvironmentVariable("AXIS_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{width}.png")), FullPage = true });
        }

        var body = await page.Locator("main").BoundingBoxAsync();
        body!.Width.ShouldBeLessThanOrEqualTo(width, name);
        (await page.ScreenshotAsync(new() { FullPage = true, Type = ScreenshotType.Png })).ShouldNotBeEmpty();
        (await page.Locator("html").EvaluateAsync<int>("element => element.scrollWidth")).ShouldBeLessThanOrEqualTo(width, name);
    }
}
