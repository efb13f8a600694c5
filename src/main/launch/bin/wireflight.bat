@echo off
rem Starts Wireflight from its folder: the window, or one of the commands (see wireflight --help).
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" --version >nul 2>nul
if errorlevel 1 goto nojava
for /f "tokens=2 delims= " %%v in ('call "%JAVA%" --version') do (
  for /f "tokens=1 delims=." %%m in ("%%v") do if %%m LSS 25 goto nojava
  goto start
)
:start
"%JAVA%" "@%HOME_DIR%\jvm.args" "@%HOME_DIR%\window.args" "-XX:AOTCache=%HOME_DIR%\window.aot" -Xlog:disable "--module-path=%HOME_DIR%\javafx" -cp "%HOME_DIR%\lib\*" wireflight.cli.Main %*
exit /b %errorlevel%
:nojava
echo Wireflight needs Java 25 or newer and found none: install one (Eclipse Temurin 25 from https://adoptium.net), set JAVA_HOME to it and start it again. 1>&2
exit /b 1
