#!/usr/bin/python3
"""A WebKitGTK browser with one window that a WebDriver can drive and that keeps its profile between starts.

WebKitGTK's own MiniBrowser forgets everything when it is automated; "restarted, still there" needs a disk.
Law: everything it writes lies under --profile: site data, caches, its pid, and print.pdf when it gets SIGUSR1.
"""
import argparse
import os
import signal
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

# WebKitGTK 2.50 has these but leaves them off; Safari has them on.
FEATURES_OF_SAFARI = {"StorageAPI", "StorageAPIEstimate", "FileSystem"}


def read_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile", required=True)
    parser.add_argument("--width", type=int, default=1180)
    parser.add_argument("--height", type=int, default=820)
    return parser.parse_args()


def safari_like_settings():
    settings = WebKit2.Settings()
    features = WebKit2.Settings.get_all_features()
    for position in range(features.get_length()):
        feature = features.get(position)
        if feature.get_identifier() in FEATURES_OF_SAFARI:
            settings.set_feature_enabled(feature, True)
    return settings


def grant(_view, request):
    request.allow()
    return True


class Browser:
    """One window; the newest page that the driver asked for is the one on show."""

    def __init__(self, arguments):
        self.profile = os.path.abspath(arguments.profile)
        os.makedirs(self.profile, exist_ok=True)
        storage = WebKit2.WebsiteDataManager(
            base_data_directory=os.path.join(self.profile, "site-data"),
            base_cache_directory=os.path.join(self.profile, "site-cache"),
        )
        self.context = WebKit2.WebContext(website_data_manager=storage)
        self.context.set_automation_allowed(True)
        self.context.connect("automation-started", self.on_automation_started)
        self.settings = safari_like_settings()
        self.view = None
        self.printing = None
        self.window = Gtk.Window()
        self.window.set_default_size(arguments.width, arguments.height)
        self.window.connect("destroy", Gtk.main_quit)

    def on_automation_started(self, _context, session):
        about = WebKit2.ApplicationInfo()
        about.set_name("persistent-browser")
        about.set_version(
            WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()
        )
        session.set_application_info(about)
        session.connect("create-web-view", self.on_create_web_view)

    def on_create_web_view(self, _session):
        view = WebKit2.WebView(
            web_context=self.context, settings=self.settings, is_controlled_by_automation=True
        )
        view.connect("permission-request", grant)
        view.connect("close", Gtk.main_quit)
        if self.view is not None:
            self.window.remove(self.view)
        self.view = view
        self.window.add(view)
        self.window.show_all()
        return view

    def on_print_signal(self):
        if self.view is None:
            return GLib.SOURCE_CONTINUE
        target = os.path.join(self.profile, "print.pdf")
        to_file = Gtk.PrintSettings()
        to_file.set_printer("Print to File")
        to_file.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        to_file.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(target + ".part"))
        operation = WebKit2.PrintOperation.new(self.view)
        operation.set_print_settings(to_file)
        operation.connect("failed", lambda _operation, error: print(error.message, file=sys.stderr))
        # The name appears only when the file is whole: a test waits for the name.
        operation.connect("finished", lambda _operation: os.replace(target + ".part", target))
        operation.print_()
        self.printing = operation  # kept: a collected operation never finishes
        return GLib.SOURCE_CONTINUE

    def run(self):
        GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGUSR1, self.on_print_signal)
        GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGTERM, Gtk.main_quit)
        with open(os.path.join(self.profile, "pid"), "w", encoding="ascii") as pid_file:
            pid_file.write(str(os.getpid()))
        Gtk.main()


Browser(read_arguments()).run()
